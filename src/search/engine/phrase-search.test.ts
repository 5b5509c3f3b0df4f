import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ZoneEnds } from '../form/catalogue.ts';
import type { ZonePosting } from '../form/zone-chunk.ts';
import { textsByZone, type LetterText } from '../text/letter-text.ts';
import { tokenizeLetter } from '../text/letter-tokens.ts';
import { foldUnits } from '../text/fold.ts';
import { officialText } from '../text/official-text.fixture.ts';
import { containsText } from '../text/scan.ts';
import { tokenizePhrase, unitMark } from '../text/tokens.ts';
import { positionsByRow, buildPostings, countZones } from './posting.fixture.ts';
import { findPhrase, type PhraseIndex } from './phrase-search.ts';
import { hasPositions, type Occurrences } from './occurrences.ts';

const letter = fc
  .tuple(officialText, fc.array(officialText, { maxLength: 3 }))
  .map(([title, body]): LetterText => ({
    title,
    header: [],
    body: body.map((text, at) => ({ kind: 'paragraph', id: `p${at}`, text })),
  }));

/** Larger chunks have a file of zones. */
const zonesFrom = 32_768;

/** An index with a chunk for each token. The sizes decide what is loaded. */
function indexOf(letters: readonly LetterText[], sizes: readonly number[]): PhraseIndex {
  const read = letters.map((text) => tokenizeLetter(text));
  const postings = buildPostings(read.map(({ tokens }) => tokens));
  const ends = [0, 1, 2, 3].map((zone) => read.map((one) => one.ends[zone] ?? 0)) as ZoneEnds;
  const units = zonesOfUnits(letters);
  const tokens = [...postings.keys(), ...units.keys()];
  const sizeOf = (chunk: number) => sizes[chunk % sizes.length] ?? 0;
  return {
    table: {
      chunkOf: (token) => Math.max(0, tokens.indexOf(token)),
      sizeOf,
      hasZones: (chunk) => sizeOf(chunk) >= zonesFrom,
    },
    chunk: (chunk) =>
      Promise.resolve({
        of: (token) => (token === tokens[chunk] ? postings.get(token) : undefined),
        zonesOf: (token) => (token === tokens[chunk] ? units.get(token) : undefined),
        size: 0,
      }),
    zones: (chunk) =>
      Promise.resolve({
        of: (token) => {
          const posting = token === tokens[chunk] ? postings.get(token) : undefined;
          return posting ? countZones(posting, ends) : token === tokens[chunk] ? units.get(token) : undefined;
        },
        size: 0,
      }),
    text: (row) => Promise.resolve(letters[row] ?? { title: '', header: [], body: [] }),
  };
}

/** Of each single unit the letters in which it occurs, and once for each zone. */
function zonesOfUnits(letters: readonly LetterText[]): Map<string, ZonePosting> {
  const zonesIn = letters.map((text) =>
    Object.values(textsByZone(text)).map(
      (blocks) => new Set(blocks.flatMap((block) => foldUnits(block)).map(({ text }) => text)),
    ),
  );
  const units = new Set(zonesIn.flatMap((zones) => zones.flatMap((zone) => [...zone])));
  return new Map(
    [...units].map((unit) => {
      const rows = [...letters.keys()].filter((row) => zonesIn[row]?.some((zone) => zone.has(unit)));
      const zones = [0, 1, 2, 3].map((zone) =>
        Uint32Array.from(rows, (row) => (zonesIn[row]?.[zone]?.has(unit) ? 1 : 0)),
      );
      return [unit + unitMark, { rows: Uint32Array.from(rows), zones }];
    }),
  );
}

test('a phrase is found where a scan finds it, whatever is cheapest to load', async () => {
  const size = fc.constantFrom(100, 3000, 9000, 30_000, 200_000);
  await fc.assert(
    fc.asyncProperty(
      fc.array(letter, { minLength: 1, maxLength: 8 }),
      fc.array(size, { minLength: 1, maxLength: 7 }),
      fc.nat(),
      fc.nat(),
      async (letters, sizes, from, length) => {
        const index = indexOf(letters, sizes);
        const { body, title } = letters[from % letters.length] ?? { body: [], title: '' };
        const source = body[0]?.text ?? title;
        const query = source.slice(from % 7, (from % 7) + 2 + (length % 9));
        const phrase = tokenizePhrase(query);
        const expected = letters.flatMap((text, row): [number, number[]][] => {
          const zones = Object.values(textsByZone(text));
          if (!containsText(zones.flat(), query)) return [];
          // Of a single unit only the zones are known.
          if (phrase[0]?.[0]?.endsWith(unitMark))
            return [[row, [...zones.filter((blocks) => containsText(blocks, query)).keys()]]];
          const { tokens } = tokenizeLetter(text);
          const positions = [...tokens.keys()].filter((at) =>
            phrase.every((allowed, offset) => allowed.includes(tokens[at + offset] ?? '')),
          );
          return [[row, positions]];
        });
        const found = await findPhrase(index, phrase);
        if (found.every(hasPositions)) expect(positionsByRow(found)).toEqual(expected);
        // Of a single word only the zones may be known: it occurs as often in them.
        else expect(countByRow(found)).toEqual(expected.map(([row, positions]) => [row, positions.length]));
      },
    ),
    { numRuns: 500 },
  );
});

/** How often something occurs in each letter. */
function countByRow(all: readonly Occurrences[]): [row: number, count: number][] {
  const counts = new Map<number, number>();
  for (const occurrences of all)
    for (const [at, row] of occurrences.rows.entries()) {
      const here = hasPositions(occurrences)
        ? (occurrences.starts[at + 1] ?? 0) - (occurrences.starts[at] ?? 0)
        : occurrences.zones.reduce((sum, zone) => sum + (zone[at] ?? 0), 0);
      counts.set(row, (counts.get(row) ?? 0) + here);
    }
  return [...counts].sort(([a], [b]) => a - b);
}
