import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format } from 'prettier';
import { z } from 'zod';
import { batchReportSchema } from '../cli/batch-report/report-form.ts';
import { followUpSchema } from '../reply/follow-up.ts';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import { pageSchema } from '../reply/page.ts';
import { siteSchema } from '../reply/site.ts';

/** Folder of the JSON Schemas by which editors complete and check YAML as it is typed. */
export const schemaFolder = join(import.meta.dirname, '../../schemas');

const files = {
  'reply.schema.json': { schema: frontmatterSchema, title: '答复的文件头', draftsMayLack: true },
  'page.schema.json': { schema: pageSchema, title: '说明页的文件头' },
  'site.schema.json': { schema: siteSchema, title: 'site.yml' },
  'conversion-report.schema.json': {
    schema: batchReportSchema,
    title: 'dafu convert --report 的 report.json',
  },
  'follow-up.schema.json': { schema: followUpSchema, title: '承诺的跟踪记录' },
};

/** What the content is checked by, and the form of what the program reports, as JSON Schema (draft 2020-12) by the name of the file. */
export async function writeSchemas(): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (const [name, file] of Object.entries(files)) {
    const { schema, title } = file;
    const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', override: forEditors });
    const asked = 'draftsMayLack' in file ? requiredUnlessDraft(json) : json;
    written.set(name, await format(JSON.stringify({ ...asked, title }), { parser: 'json', printWidth: 110 }));
  }
  return written;
}

/** A draft lacks what is not known yet. */
function requiredUnlessDraft({ required, ...json }: z.core.JSONSchema.BaseSchema) {
  const isDraft = { properties: { draft: { const: true } }, required: ['draft'] };
  return { ...json, if: { not: isDraft }, then: { required } };
}

/** Adapts a schema to what a language server shows, which knows no Chinese. */
function forEditors({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const { title, description } = jsonSchema;
  // Only the description is shown while a field is typed.
  if (title !== undefined && description?.startsWith(`${title}：`) !== true)
    jsonSchema.description = `${title}：${description ?? ''}`.replace(/：$/u, '');
  if (jsonSchema.format === 'date') jsonSchema.patternErrorMessage = '日期应写作 2019-06-10 的形式';
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  // Addresses may contain Chinese, which `uri` does not allow.
  if (jsonSchema.format === 'uri') delete jsonSchema.format;
}

if (import.meta.main)
  for (const [name, text] of await writeSchemas()) writeFileSync(join(schemaFolder, name), text);
