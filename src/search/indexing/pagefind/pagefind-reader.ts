import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CborItem } from './cbor.ts';
import { asCount, asArray, readPagefindFile, asString, unknownFormat } from './pagefind-format.ts';
import { readPagefindMeta, type PagefindMeta } from './pagefind-meta.ts';
import type { TokenPosting } from '../token-posting.ts';

/**
 * Reads an index written by Pagefind.
 *
 * @throws Error for anything that an index of bare tokens does not contain.
 */
export function* readPagefindIndex(folder: string): Generator<TokenPosting> {
  for (const name of readMeta(folder).chunks)
    yield* readPagefindChunk(readFileSync(join(folder, 'index', `${name}.pf_index`)));
}

/** Reads Pagefind's table of pages and chunks. */
export function readMeta(folder: string): PagefindMeta {
  const name = readdirSync(folder).find((candidate) => candidate.endsWith('.pf_meta'));
  if (name === undefined) throw unknownFormat();
  return readPagefindMeta(readFileSync(join(folder, name)));
}

/** Precedes the positions in a letter: their weight, which is the same everywhere. */
const weightMark = -25;

/** Reads a chunk (`.pf_index`), in which rows and positions are steps from the one before. */
export function* readPagefindChunk(compressed: Uint8Array): Generator<TokenPosting> {
  const [words, ...others] = asArray(readPagefindFile(compressed));
  if (others.length > 0) throw unknownFormat();
  for (const word of asArray(words)) {
    const [token, pages, variants, ...more] = asArray(word);
    if (asArray(variants).length > 0 || more.length > 0) throw unknownFormat();
    let row = 0;
    const letters = asArray(pages).map((page) => {
      const { step, steps } = readPage(page);
      row += step;
      return { row, steps };
    });
    yield { token: asString(token), letters };
  }
}

function readPage(page: CborItem): { step: number; steps: number[] } {
  const [step, positions, metadata, ...rest] = asArray(page);
  const [weight, ...steps] = asArray(positions);
  if (weight !== weightMark || asArray(metadata).length > 0 || rest.length > 0) throw unknownFormat();
  return { step: asCount(step), steps: steps.map(asCount) };
}
