import type { ReadChunkTable } from '../form/chunk-table.ts';
import type { LetterText } from '../text/letter-text.ts';
import { letterTokens } from '../text/letter-tokens.ts';
import type { Phrase } from '../text/tokens.ts';
import { phrasePositions } from './phrase-positions.ts';
import { costOfFile, planPhrase } from './phrase-plan.ts';
import type { Posting, PostingChunk } from '../form/posting-chunk.ts';
import type { ZoneChunk } from '../form/zone-chunk.ts';
import type { Standing } from './posting-cursor.ts';

/** A shard as phrases are looked for in it. */
export interface PhraseIndex {
  table: ReadChunkTable;
  chunk: (chunk: number) => Promise<PostingChunk>;
  zones: (chunk: number) => Promise<ZoneChunk>;
  text: (row: number) => Promise<LetterText>;
}

/** What it costs to load and read a letter's text, in bytes, about. */
const costOfText = 3500 + costOfFile;

/**
 * Finds the letters in which a phrase stands, and where.
 *
 * @returns Where it begins; in no two of the standings at the same place.
 */
export async function matchPhrase(index: PhraseIndex, phrase: Phrase): Promise<readonly Standing[]> {
  const { table, chunk, zones } = index;
  const [word, ...more] = phrase;
  if (word !== undefined && more.length === 0) {
    // A word by itself is compared with nothing: its places are of no use.
    const read = word.map(async (token) => {
      const place = table.chunkOf(token);
      return (await (table.hasZones(place) ? zones(place) : chunk(place))).of(token);
    });
    return (await Promise.all(read)).filter((standing) => standing !== undefined);
  }
  const partOf = async (place: number) => {
    const read = (phrase[place] ?? []).map(async (token) => (await chunk(table.chunkOf(token))).of(token));
    return { place, postings: (await Promise.all(read)).filter((posting) => posting !== undefined) };
  };
  for (const { places, left } of planPhrase(phrase, table)) {
    const matches = phrasePositions(await Promise.all(places.map(partOf)));
    if (left === 0) return matches;
    const rows = [...new Set(matches.flatMap((posting) => [...posting.rows]))].sort((a, b) => a - b);
    if (rows.length * costOfText <= left) return readRows(index, rows, phrase);
  }
  return [];
}

/** Of some letters those in which a phrase stands, by reading them. */
async function readRows(
  { text }: PhraseIndex,
  rows: readonly number[],
  phrase: Phrase,
): Promise<readonly Posting[]> {
  const read = await Promise.all(
    rows.map(async (row) => ({ row, places: placesIn(letterTokens(await text(row)).tokens, phrase) })),
  );
  const standing = read.filter(({ places }) => places.length > 0);
  if (standing.length === 0) return [];
  let end = 0;
  const posting = {
    rows: Uint32Array.from(standing, ({ row }) => row),
    starts: Uint32Array.of(0, ...standing.map(({ places }) => (end += places.length))),
    places: Uint32Array.from(standing.flatMap(({ places }) => places)),
  };
  return [posting];
}

function placesIn(tokens: readonly string[], phrase: Phrase): number[] {
  return [...tokens.keys()].filter((at) =>
    phrase.every((allowed, place) => allowed.includes(tokens[at + place] ?? '')),
  );
}
