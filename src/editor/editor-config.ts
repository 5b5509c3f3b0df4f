import { z } from 'zod';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import type { SiteEditor } from '../reply/site-editor.ts';
import type { Site } from '../reply/site.ts';
import { bodyKey } from './letter-fields.ts';
import type { FieldTree } from './replaced-fields.ts';

/** A field of the editor's form, as Sveltia CMS takes it (https://sveltiacms.app/en/docs/fields). */
export interface FormField {
  name: string;
  label: string;
  widget: string;
  required: false;
  hint?: string;
  [option: string]: unknown;
}

/** What takes more than a form: the received file, and the files that go with a withdrawn letter. */
const notShown = ['source', 'withdrawn'];

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** The form of a letter, out of its schema. What is required, the check says at saving: a draft lacks what it likes. */
export const letterForm: readonly FormField[] = [
  ...formOf(z.toJSONSchema(frontmatterSchema, { io: 'input', unrepresentable: 'any' })).filter(
    ({ name }) => !notShown.includes(name),
  ),
  {
    name: bodyKey,
    label: '正文',
    widget: 'text',
    required: false,
    hint: '从称谓到署名和日期，Markdown 写法',
  },
];

/** The fields of the frontmatter that the form shows. */
export const shownFields: FieldTree = treeOf(letterForm.filter(({ name }) => name !== bodyKey));

function formOf({ properties = {} }: JsonSchema): FormField[] {
  return Object.entries(properties).map(([name, schema]) => formField(name, schema as JsonSchema));
}

function formField(name: string, schema: JsonSchema): FormField {
  const { title = name, description } = schema;
  const hint = description === undefined ? {} : { hint: description };
  return { name, label: title, ...hint, required: false, ...widgetOf(schema) };
}

function widgetOf(schema: JsonSchema): { widget: string; [option: string]: unknown } {
  const { type, enum: options, format, items } = schema;
  if (options) return { widget: 'select', options };
  if (type === 'integer') return { widget: 'number', value_type: 'int', min: 1 };
  if (type === 'boolean') return { widget: 'boolean' };
  if (format === 'date')
    return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD', date_format: 'YYYY-MM-DD' };
  if (type === 'object') return { widget: 'object', fields: formOf(schema) };
  if (type !== 'array') return { widget: 'string' };
  const item = items as JsonSchema;
  return item.type === 'object'
    ? { widget: 'list', fields: formOf(item) }
    : { widget: 'list', field: formField('item', { title: '一项', ...item }) };
}

function treeOf(fields: readonly FormField[]): FieldTree {
  return new Map(
    fields.map(({ name, widget, fields: inner }) => [
      name,
      widget === 'object' ? treeOf(inner as FormField[]) : undefined,
    ]),
  );
}

/** Where each host's interface is that the editor asks, unless the office has a server of its own. */
const publicHosts = {
  github: 'https://api.github.com',
  gitlab: 'https://gitlab.com',
  gitea: 'https://gitea.com',
} as const;

/** The one other origin that the editor asks. */
export function editorOrigin({ host, server }: SiteEditor): string {
  return server ?? publicHosts[host];
}

/** The name of the form in which the page reads and writes letters. */
export const letterFormat = 'dafu-letter';

/** The configuration of Sveltia CMS for an archive. Letters are changed, not made and not deleted: they have addresses. */
export function editorConfig(site: Site, editor: SiteEditor): object {
  return {
    load_config_file: false,
    app_title: `${site.name} · 网页编辑`,
    backend: { ...backendOf(editor), branch: editor.branch, auth_methods: ['token'] },
    ...(site.url !== undefined && { site_url: site.url, display_url: site.url }),
    media_folder: 'content/pages',
    public_folder: '',
    show_preview_links: false,
    editor: { preview: false },
    collections: [
      {
        name: 'replies',
        label: '答复',
        folder: 'content/replies',
        path: '{{year}}/{{slug}}',
        format: letterFormat,
        identifier_field: 'title',
        summary: '{{title}}',
        create: false,
        delete: false,
        duplicate: false,
        thumbnail: false,
        sortable_fields: ['issuedOn', 'title', 'documentNumber'],
        view_groups: [{ label: '发文机关', field: 'issuer' }],
        fields: letterForm,
      },
    ],
  };
}

function backendOf({ host, repository: repo, server }: SiteEditor): object {
  const own = {
    github: { api_root: `${server}/api/v3`, graphql_api_root: `${server}/api/graphql` },
    gitlab: { api_root: `${server}/api/v4`, graphql_api_root: `${server}/api/graphql` },
    gitea: { api_root: `${server}/api/v1` },
  };
  return { name: host, repo, ...(server !== undefined && { base_url: server, ...own[host] }) };
}
