import type { PagefindInstance } from 'virtual:pagefind';
import type { LetterText } from './letter-text.ts';
import { letterTokens } from './letter-tokens.ts';

/** Where a phrase stands in a shard: by row, the places where it begins that are known, ascending. */
export type PhraseMatches = Map<number, readonly number[]>;

/** A shard as phrases are looked for in it. */
export interface PhraseIndex {
  pagefind: PagefindInstance;
  text: (row: number) => Promise<LetterText>;
}

/** A phrase of more tokens is looked for by a part of it first. */
const longestWhole = 2;
/** How often a longer phrase stands in a letter says little. */
const longestCounted = 6;
/** Nor does it of one that stands in so many letters of a shard, and Pagefind would take longest for these. */
const mostCounted = 600;

/** Finds the letters in which these tokens stand one after the other. */
export async function matchPhrase(
  { pagefind, text }: PhraseIndex,
  phrase: readonly string[],
): Promise<PhraseMatches> {
  if (phrase.length > longestWhole) {
    // Every token is a file to load. Where few letters have two of them, these few are read instead.
    const rows = [...(await search(pagefind, tellingPart(phrase))).keys()];
    if (rows.length <= phrase.length)
      return new Map(
        (
          await Promise.all(
            rows.map(async (row) => [row, placesIn(letterTokens(await text(row)).tokens, phrase)] as const),
          )
        ).filter(([, places]) => places.length > 0),
      );
  }
  const matches = await search(pagefind, phrase);
  await addFurtherPlaces(pagefind, phrase, matches);
  return matches;
}

/** Searches exactly: by row, the first place. */
async function search(pagefind: PagefindInstance, phrase: readonly string[]): Promise<Map<number, number[]>> {
  // Each by itself: Pagefind looks for a chunk harder when a search would otherwise load none at all,
  // and a phrase of which it has loaded some chunks only is not found.
  if (phrase.length > 1) await Promise.all(phrase.map((token) => pagefind.preload(`"${token}"`)));
  const { results } = await pagefind.search(`"${phrase.join(' ')}"`);
  return new Map(results.map(({ id, words }) => [Number(id), words.slice(0, 1)]));
}

/** The two neighbouring tokens that are likely to be the rarest: the longest, as numbers are; else the middle. */
function tellingPart(phrase: readonly string[]): string[] {
  const middle = (phrase.length - 2) / 2;
  const starts = phrase.slice(1).map((_, start) => start);
  const letters = (start: number) => phrase.slice(start, start + 2).join('').length;
  starts.sort((a, b) => letters(b) - letters(a) || Math.abs(a - middle) - Math.abs(b - middle) || a - b);
  const [start = 0] = starts;
  return phrase.slice(start, start + 2);
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
