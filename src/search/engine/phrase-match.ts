import type { ReadChunkTable } from '../form/chunk-table.ts';
import type { LetterText } from '../text/letter-text.ts';
import { letterTokens } from '../text/letter-tokens.ts';
import type { Phrase } from '../text/tokens.ts';
import { joinPostings, nowhere, phrasePlaces } from './phrase-places.ts';
import { planPhrase } from './phrase-plan.ts';
import type { Posting, PostingChunk } from '../form/posting-chunk.ts';

/** A shard as phrases are looked for in it. */
export interface PhraseIndex {
  table: ReadChunkTable;
  chunk: (chunk: number) => Promise<PostingChunk>;
  text: (row: number) => Promise<LetterText>;
}

/** What a letter's text is to load, in bytes, about. */
const textSize = 3500;

/** Finds the letters in which a phrase stands, and where. */
export async function matchPhrase(index: PhraseIndex, phrase: Phrase): Promise<Posting> {
  const { table, chunk } = index;
  const postingOf = async (tokens: readonly string[]) =>
    joinPostings(
      await Promise.all(tokens.map(async (token) => (await chunk(table.chunkOf(token))).of(token))),
    );
  for (const { places, left } of planPhrase(phrase, table)) {
    const parts = places.map(async (place) => ({ place, posting: await postingOf(phrase[place] ?? []) }));
    const matches = phrasePlaces(await Promise.all(parts));
    if (left === 0) return matches;
    if (matches.rows.length * textSize <= left) return readRows(index, matches.rows, phrase);
  }
  return nowhere;
}

/** Of some letters those in which a phrase stands, by reading them. */
async function readRows({ text }: PhraseIndex, rows: Uint32Array, phrase: Phrase): Promise<Posting> {
  const read = await Promise.all(
    Array.from(rows, async (row) => ({
      row,
      places: placesIn(letterTokens(await text(row)).tokens, phrase),
    })),
  );
  const standing = read.filter(({ places }) => places.length > 0);
  let end = 0;
  return {
    rows: Uint32Array.from(standing, ({ row }) => row),
    starts: Uint32Array.of(0, ...standing.map(({ places }) => (end += places.length))),
    places: Uint32Array.from(standing.flatMap(({ places }) => places)),
  };
}

function placesIn(tokens: readonly string[], phrase: Phrase): number[] {
  return [...tokens.keys()].filter((at) =>
    phrase.every((allowed, place) => allowed.includes(tokens[at + place] ?? '')),
  );
}
