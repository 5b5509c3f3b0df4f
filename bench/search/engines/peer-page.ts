import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { IndexedLetter } from '../../../src/search/text/indexed-letter.ts';
import { searchedTexts } from '../letters.ts';

/** A letter as input of the peers with a single index. */
export interface PeerLetter {
  id: string;
  title: string;
  /** All other searched text, one block per line. */
  text: string;
}

export function peerLetter(letter: IndexedLetter): PeerLetter {
  const [title = '', ...rest] = searchedTexts(letter);
  return { id: letter.id, title, text: rest.join('\n') };
}

/** Writes a peer's search page: a list, and a script that bundles the peer's library. */
export async function writePeerPage(out: string, script: string): Promise<void> {
  await build({
    entryPoints: [fileURLToPath(new URL(script, import.meta.url))],
    outfile: join(out, 'page.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'chrome111',
    legalComments: 'none',
  });
  await writeFile(
    join(out, 'search.html'),
    '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>检索</title><ol data-results></ol><script type="module" src="page.js"></script></html>\n',
  );
}

/** Writes the files of a peer's index into `index/`. */
export async function writeIndex(out: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(out, 'index'), { recursive: true });
  for (const [name, contents] of Object.entries(files)) await writeFile(join(out, 'index', name), contents);
}
