import { createHash } from 'node:crypto';
import { listCode, readCode, readLock } from '../../program/code-files.ts';

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
  all.update(await readLock());
  for (const path of (await Promise.all(sources.map(listCode))).flat())
    all.update(path).update(await readCode(path));
  return all.digest('hex');
}
