// Fills `lib/` for the package. npm runs it before it packs (`prepack`), and `--remove` afterwards (`postpack`).
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { compilePages } from '../../integrations/page-compiler.ts';
import { programRoot } from '../../program/program-folder.ts';
import { listProgram, packCode } from './packed-code.ts';

const lib = join(programRoot, 'lib');
const read = (path: string) => readFileSync(join(programRoot, 'src', path), 'utf8');

rmSync(lib, { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  for (const path of listProgram(read)) write(path.replace(/\.ts$/, '.js'), packCode(read(path)));
  const templates = join(programRoot, '.cache', 'package-templates');
  rmSync(templates, { recursive: true, force: true });
  await compilePages(programRoot, templates);
  for (const entry of readdirSync(templates, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    // Astro notes where each template was. The package is the same wherever it is made.
    const contents = entry.name.endsWith('.mjs')
      ? readFileSync(file, 'utf8').replaceAll(programRoot.replaceAll('\\', '/'), '/dafu')
      : readFileSync(file);
    write(join('templates', relative(templates, file)), contents);
  }
  rmSync(templates, { recursive: true });
}

function write(path: string, contents: string | Uint8Array): void {
  const file = join(lib, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contents);
}
