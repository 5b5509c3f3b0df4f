import type { PagefindInstance } from 'virtual:pagefind';
import type { ReadChunkTable } from './chunk-table.ts';
import type { LetterText } from './letter-text.ts';
import { letterTokens } from './letter-tokens.ts';
import { planPhrase, type PlanStep } from './phrase-plan.ts';

/** Where a phrase stands in a shard: by row, the places where it begins that are known, ascending. */
export type PhraseMatches = Map<number, readonly number[]>;

/** A shard as phrases are looked for in it. */
export interface PhraseIndex {
  pagefind: PagefindInstance;
  chunks: ReadChunkTable;
  text: (row: number) => Promise<LetterText>;
}

/** What a letter's text is to load, in bytes, about. */
const textSize = 3500;
/** How often a longer phrase stands in a letter says little. */
const longestCounted = 6;
/** Nor does it of one that stands in so many letters of a shard, and Pagefind would take longest for these. */
const mostCounted = 600;

/** Finds the letters in which these tokens stand one after the other. */
export async function matchPhrase(index: PhraseIndex, phrase: readonly string[]): Promise<PhraseMatches> {
  for (const { stretches, left } of planPhrase(phrase, index.chunks)) {
    if (left === 0) break;
    const rows = await rowsWithAll(index.pagefind, phrase, stretches);
    if (rows.length * textSize <= left) return readRows(index, rows, phrase);
  }
  const matches = await search(index.pagefind, phrase);
  await addFurtherPlaces(index.pagefind, phrase, matches);
  return matches;
}

/** Rows in which every stretch of a phrase stands somewhere. */
async function rowsWithAll(
  pagefind: PagefindInstance,
  phrase: readonly string[],
  stretches: PlanStep['stretches'],
): Promise<number[]> {
  const found: Map<number, unknown>[] = [];
  for (const [from, to] of stretches) found.push(await search(pagefind, phrase.slice(from, to)));
  const [first = new Map<number, unknown>(), ...others] = found;
  return [...first.keys()].filter((row) => others.every((rows) => rows.has(row)));
}

/** Of some letters those in which a phrase stands, by reading them. */
async function readRows(
  { text }: PhraseIndex,
  rows: readonly number[],
  phrase: readonly string[],
): Promise<PhraseMatches> {
  const read = await Promise.all(
    rows.map(async (row) => [row, placesIn(letterTokens(await text(row)).tokens, phrase)] as const),
  );
  return new Map(read.filter(([, places]) => places.length > 0));
}

/** Searches exactly: by row, the first place. */
async function search(pagefind: PagefindInstance, phrase: readonly string[]): Promise<Map<number, number[]>> {
  // Each by itself: Pagefind looks for a chunk harder when a search would otherwise load none at all,
  // and a phrase of which it has loaded some chunks only is not found.
  if (phrase.length > 1) await Promise.all(phrase.map((token) => pagefind.preload(`"${token}"`)));
  const { results } = await pagefind.search(`"${phrase.join(' ')}"`);
  return new Map(results.map(({ id, words }) => [Number(id), words.slice(0, 1)]));
}

function placesIn(tokens: readonly string[], phrase: readonly string[]): number[] {
  const places: number[] = [];
  for (let at = tokens.indexOf(phrase[0] ?? ''); at !== -1; at = tokens.indexOf(phrase[0] ?? '', at + 1))
    if (phrase.every((token, index) => tokens[at + index] === token)) places.push(at);
  return places;
}

/**
 * An exact search gives only the first place in each letter. A search for one token that is not exact
 * gives them all, with those of tokens that begin with it: of most there are none. The middle token of
 * a phrase reaches from one word into the next and is rarely anywhere else.
 */
async function addFurtherPlaces(
  pagefind: PagefindInstance,
  phrase: readonly string[],
  matches: Map<number, number[]>,
): Promise<void> {
  const middle = Math.floor(phrase.length / 2);
  const token = phrase[middle] ?? '';
  const begunByOthers = Array.from(token).length === 1 || /\d$/.test(token);
  if (phrase.length > longestCounted || begunByOthers) return;
  if (matches.size === 0 || matches.size > mostCounted) return;
  const { results } = await pagefind.search(token);
  for (const { id, words } of results) {
    const places = matches.get(Number(id));
    const [first] = places ?? [];
    if (first === undefined) continue;
    for (const place of words.sort((a, b) => a - b)) if (place - middle > first) places?.push(place - middle);
  }
}
