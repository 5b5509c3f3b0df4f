import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { editorFiles } from '../../src/build/editor/editor-stage.ts';
import { writeEditorPage } from '../../src/editor/editor-page.ts';
import { siteSchema } from '../../src/reply/site.ts';

const site = siteSchema.parse({
  name: '虚构的 <档案> & 其他',
  description: '虚构',
  owner: '虚构',
  licence: { name: '虚构' },
  editor: { host: 'github', repository: 'office/archive' },
});

/** Writes the editor, as an edition has it, into a folder. */
export async function writeEditor(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const page = site.editor ? writeEditorPage(site, site.editor) : '';
  for (const { name, contents } of [{ name: 'index.html', contents: page }, ...(await editorFiles())]) {
    const file = join(folder, 'admin', name);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, contents);
  }
  await cp(fileURLToPath(new URL('../../public/favicon.svg', import.meta.url)), join(folder, 'favicon.svg'));
}
