import type { ChunkTable } from '../form/chunk-table.ts';
import type { LetterText } from '../text/letter-text.ts';
import { tokenizeLetter } from '../text/letter-tokens.ts';
import { unitMark, type Phrase } from '../text/tokens.ts';
import type { Occurrences } from './occurrences.ts';
import { findPhrasePositions, type PhrasePart } from './phrase-positions.ts';
import { costOfFile, planPhrase } from './phrase-plan.ts';
import type { Posting, PostingChunk } from '../form/posting-chunk.ts';
import type { ZoneChunk } from '../form/zone-chunk.ts';

/** The files of a shard that a phrase is looked up in. */
export interface PhraseIndex {
  table: Pick<ChunkTable, 'chunkOf' | 'sizeOf' | 'hasZones'>;
  chunk: (chunk: number) => Promise<PostingChunk>;
  zones: (chunk: number) => Promise<ZoneChunk>;
  text: (row: number) => Promise<LetterText>;
}

/** Approximate cost of loading and reading a letter's text, in bytes. */
const costOfText = 3500 + costOfFile;

/**
 * Finds the letters in which a phrase occurs, and where.
 *
 * @returns Where it begins; no two of the results have the same position of a letter.
 */
export async function findPhrase(index: PhraseIndex, phrase: Phrase): Promise<readonly Occurrences[]> {
  const { table, chunk, zones } = index;
  const [word, ...more] = phrase;
  if (word !== undefined && more.length === 0) {
    // A single word is compared with nothing, so its zones will do.
    const read = word.map(async (token): Promise<Occurrences | undefined> => {
      const number = table.chunkOf(token);
      if (table.hasZones(number)) return (await zones(number)).of(token);
      const found = await chunk(number);
      return token.endsWith(unitMark) ? found.zonesOf(token) : found.of(token);
    });
    return (await Promise.all(read)).filter((occurrences) => occurrences !== undefined);
  }
  const readPart = async (offset: number): Promise<PhrasePart> => {
    const read = (phrase[offset] ?? []).map(async (token) => (await chunk(table.chunkOf(token))).of(token));
    return { offset, postings: (await Promise.all(read)).filter((posting) => posting !== undefined) };
  };
  for (const { offsets, bytesLeft } of planPhrase(phrase, table)) {
    const found = findPhrasePositions(await Promise.all(offsets.map(readPart)));
    if (bytesLeft === 0) return found;
    const rows = [...new Set(found.flatMap((posting) => [...posting.rows]))].sort((a, b) => a - b);
    if (rows.length * costOfText <= bytesLeft) return scanTexts(index, rows, phrase);
  }
  return [];
}

/** Finds a phrase in some letters by reading them. */
async function scanTexts(
  { text }: PhraseIndex,
  rows: readonly number[],
  phrase: Phrase,
): Promise<readonly Posting[]> {
  const read = await Promise.all(
    rows.map(async (row) => ({
      row,
      positions: positionsIn(tokenizeLetter(await text(row)).tokens, phrase),
    })),
  );
  const matching = read.filter(({ positions }) => positions.length > 0);
  if (matching.length === 0) return [];
  let end = 0;
  const posting = {
    rows: Uint32Array.from(matching, ({ row }) => row),
    starts: Uint32Array.of(0, ...matching.map(({ positions }) => (end += positions.length))),
    positions: Uint32Array.from(matching.flatMap(({ positions }) => positions)),
  };
  return [posting];
}

function positionsIn(tokens: readonly string[], phrase: Phrase): number[] {
  return [...tokens.keys()].filter((position) =>
    phrase.every((allowed, offset) => allowed.includes(tokens[position + offset] ?? '')),
  );
}
