// Fills `lib/` for the package. npm runs it before it packs (`prepack`), and `--remove` afterwards (`postpack`).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { bundleEditor } from '../../build/editor/editor-bundle.ts';
import { compilePages } from '../../integrations/page-compiler.ts';
import { bundleDesk } from '../../desk/desk-bundle.ts';
import { programRoot } from '../../program/program-folder.ts';
import { listProgram, packCode } from './packed-code.ts';

/** What a new archive begins with, below `src`. */
const skeleton = join('init', 'archive');

const lib = join(programRoot, 'lib');
const read = (path: string) => readFileSync(join(programRoot, 'src', path), 'utf8');

rmSync(lib, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  for (const path of listProgram(read)) write(path.replace(/\.ts$/, '.js'), packCode(read(path)));
  for (const path of list(join(programRoot, 'src', skeleton)))
    write(join(skeleton, path), readFileSync(join(programRoot, 'src', skeleton, path)));
  for (const { name, contents } of await bundleDesk()) write(join('desk-files', name), contents);
  for (const { name, contents } of await bundleEditor()) write(join('editor-files', name), contents);
  const templates = join(programRoot, '.cache', 'package-templates');
  rmSync(templates, { recursive: true, force: true });
  await compilePages(programRoot, templates);
  for (const path of list(templates)) {
    const file = join(templates, path);
    // Astro notes where each template was. The package is the same wherever it is made.
    const contents = path.endsWith('.mjs')
      ? readFileSync(file, 'utf8').replaceAll(programRoot.replaceAll('\\', '/'), '/dafu')
      : readFileSync(file);
    write(join('templates', path), contents);
  }
  rmSync(templates, { recursive: true });
}

/** The files below a folder, as paths from there. */
function list(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

function write(path: string, contents: string | Uint8Array): void {
  const file = join(lib, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
