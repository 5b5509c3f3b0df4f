import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../../archive/address.ts';
import { writeEditorPage } from '../../editor/editor-page.ts';
import { packedEditor } from '../../program/program-folder.ts';
import type { Site } from '../../reply/site.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import type { EditorFile } from './editor-bundle.ts';

/** Adds the editor to an edition whose `site.yml` asks for it, as `admin/`. */
export async function addEditor(edition: EditionFolder, site: Site, program: string): Promise<void> {
  if (!site.editor) return;
  const page = writeEditorPage(site, site.editor);
  edition.write(address.editor, digest('editor page', page), page);
  const key = digest('editor', program);
  if (edition.keepAll(key)) return;
  for (const { name, contents } of await editorFiles()) edition.write(`admin/${name}`, key, contents);
}

/** Bundles the editor's files; the package has them bundled already. */
export async function editorFiles(): Promise<EditorFile[]> {
  if (!existsSync(packedEditor)) return (await import('./editor-bundle.ts')).bundleEditor();
  const entries = await readdir(packedEditor, { recursive: true, withFileTypes: true });
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map(async (file) => ({
        name: file.slice(packedEditor.length + 1).replaceAll('\\', '/'),
        contents: await readFile(file),
      })),
  );
}
