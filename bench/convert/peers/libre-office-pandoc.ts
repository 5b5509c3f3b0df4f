import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findLibreOffice } from '../../../src/readers/doc/libre-office.ts';
import { convertAll } from '../libre-office.ts';
import { markdownOutput } from '../output.ts';
import type { Peer } from './peer.ts';
import { versionOf } from './program.ts';

/** LibreOffice to DOCX in one run over all files, then pandoc: the usual way from DOC to Markdown. */
export const libreOfficePandoc: Peer = {
  name: 'LibreOffice + pandoc',
  kinds: ['doc'],
  load() {
    const office = findLibreOffice();
    const pandoc = versionOf('pandoc', '--version');
    if (office === undefined || pandoc === undefined) return Promise.resolve(undefined);
    return Promise.resolve({
      name: this.name,
      version: `${versionOf(office, '--version') ?? ''} + ${pandoc}`,
      convert: () => Promise.reject(new Error('only all at once')),
      convertAll(files) {
        const begin = performance.now();
        const made = convertAll(files, 'doc', 'docx:MS Word 2007 XML')?.files ?? [];
        const outputs = made.map((file) => (file ? markdownOutput(toMarkdown(file)) : undefined));
        return { outputs, seconds: (performance.now() - begin) / 1000 };
      },
    });
  },
};

function toMarkdown(docx: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-bench-'));
  try {
    const path = join(folder, 'letter.docx');
    writeFileSync(path, docx);
    const args = ['--from=docx', '--to=gfm', '--wrap=none', path];
    return spawnSync('pandoc', args, { encoding: 'utf8' }).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
