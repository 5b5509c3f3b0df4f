import { expect, test } from 'vitest';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import { siteSchema } from '../reply/site.ts';
import { editorConfig, letterForm, shownFields } from './editor-config.ts';
import { writeEditorPage } from './editor-page.ts';

const siteWith = (editor: object, name = '虚构') =>
  siteSchema.parse({ name, description: '虚构', owner: '虚构', licence: { name: '虚构' }, editor });
const pageWith = (editor: object, name?: string) => {
  const site = siteWith(editor, name);
  return site.editor ? writeEditorPage(site, site.editor) : '';
};
const github = { host: 'github', repository: 'office/archive' };

test('the form has the fields of the one schema, in its order, with their Chinese names and descriptions', () => {
  const names = Object.keys(frontmatterSchema.shape).filter(
    (name) => !['source', 'withdrawn'].includes(name),
  );
  expect(letterForm.map(({ name }) => name)).toEqual([...names, 'body']);
  expect([...shownFields.keys()]).toEqual(names);
  expect(letterForm.filter(({ label, hint }) => !/^\p{Script=Han}+$/u.test(label) || !hint)).toEqual([]);
  expect(letterForm.find(({ name }) => name === 'disclosure')).toEqual({
    name: 'disclosure',
    label: '公开方式',
    hint: '公开的档案里只有主动公开或没有载明的',
    required: false,
    widget: 'select',
    options: ['主动公开', '依申请公开', '不予公开'],
  });
  const proposal = letterForm.find(({ name }) => name === 'proposal')?.fields as typeof letterForm;
  expect(proposal.map(({ name, widget }) => [name, widget])).toContainEqual(['term', 'number']);
});

test.each([
  [github, 'https://api.github.com', { name: 'github', repo: 'office/archive', branch: 'main' }],
  [{ host: 'gitlab', repository: 'a/b/c', branch: 'publish' }, 'https://gitlab.com', { branch: 'publish' }],
  [
    { host: 'gitea', repository: 'a/b', server: 'https://git.example.gov.cn' },
    'https://git.example.gov.cn',
    { base_url: 'https://git.example.gov.cn', api_root: 'https://git.example.gov.cn/api/v1' },
  ],
])('the page asks its own site and one host: %j', (editor, origin, backend) => {
  const page = pageWith(editor);
  expect(/connect-src [^;]+/.exec(page)?.[0]).toBe(`connect-src 'self' data: blob: ${origin}`);
  const site = siteWith(editor);
  expect(site.editor && editorConfig(site, site.editor)).toMatchObject({
    backend: { ...backend, auth_methods: ['token'] },
  });
});

test('a name cannot end the script of the page that has it', () => {
  const page = pageWith(github, '</script><script>alert(1)</script>&');
  expect(page.match(/<script/g)).toHaveLength(2);
  expect(page).toContain('<title>网页编辑 · &lt;/script>&lt;script>alert(1)&lt;/script>&amp;</title>');
});

test.each([
  [{ ...github, repository: 'https://github.com/a/b' }, '应写作 拥有者/仓库名，不写网址'],
  [{ ...github, server: 'http://git.example.gov.cn' }, '应是 https 网址'],
  [{ ...github, server: 'https://git.example.gov.cn/' }, '只写到域名，末尾不带 /'],
])('%j is refused', (editor, message) => {
  expect(() => siteWith(editor)).toThrow(message);
});
