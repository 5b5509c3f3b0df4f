import type { ReadChunkTable } from '../form/chunk-table.ts';
import type { LetterText } from '../text/letter-text.ts';
import { letterTokens } from '../text/letter-tokens.ts';
import { phrasePlaces, type PhraseMatches } from './phrase-places.ts';
import { planPhrase } from './phrase-plan.ts';
import type { PostingChunk } from '../form/posting-chunk.ts';

/** A shard as phrases are looked for in it. */
export interface PhraseIndex {
  table: ReadChunkTable;
  chunk: (chunk: number) => Promise<PostingChunk>;
  text: (row: number) => Promise<LetterText>;
}

/** What a letter's text is to load, in bytes, about. */
const textSize = 3500;

/** Finds the letters in which these tokens stand one after the other, and where. */
export async function matchPhrase(index: PhraseIndex, phrase: readonly string[]): Promise<PhraseMatches> {
  const { table, chunk } = index;
  const standing = async ([from, to]: [number, number]) =>
    phrasePlaces(
      await Promise.all(
        phrase.slice(from, to).map(async (token) => (await chunk(table.chunkOf(token))).of(token)),
      ),
    );
  for (const { stretches, left } of planPhrase(phrase, table)) {
    const [first = new Map() as PhraseMatches, ...others] = await Promise.all(stretches.map(standing));
    if (left === 0) return first;
    const rows = [...first.keys()].filter((row) => others.every((matches) => matches.has(row)));
    if (rows.length * textSize <= left) return readRows(index, rows, phrase);
  }
  return new Map();
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

function placesIn(tokens: readonly string[], phrase: readonly string[]): Uint32Array {
  const places: number[] = [];
  for (let at = tokens.indexOf(phrase[0] ?? ''); at !== -1; at = tokens.indexOf(phrase[0] ?? '', at + 1))
    if (phrase.every((token, index) => tokens[at + index] === token)) places.push(at);
  return Uint32Array.from(places);
}
