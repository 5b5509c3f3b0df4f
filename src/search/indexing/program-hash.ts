import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

const src = new URL('../../', import.meta.url);
const sources = [
  'search/text',
  'search/query',
  'search/form',
  'search/indexing',
  'normalise',
  'markdown',
  'data',
  'reply',
];

let hash: Promise<string> | undefined;

/** Hashes all code that determines the index, and the versions of the libraries: other code makes other files. */
export function programHash(): Promise<string> {
  hash ??= hashSources();
  return hash;
}

async function hashSources(): Promise<string> {
  const all = createHash('sha256');
  all.update(await readFile(new URL('../../../package-lock.json', import.meta.url)));
  for (const folder of sources) {
    const there = new URL(`${folder}/`, src);
    const names = (await readdir(there, { recursive: true }))
      .filter((name) => /(?<!\.test|\.fixture)\.ts$/.test(name))
      .sort();
    for (const name of names) all.update(name).update(await readFile(new URL(name, there)));
  }
  return all.digest('hex');
}
