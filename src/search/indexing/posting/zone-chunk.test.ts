import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createZoneCounts } from '../../engine/relevance.ts';
import { buildPostings, countZones } from '../../engine/posting.fixture.ts';
import type { ZoneEnds } from '../../form/catalogue.ts';
import { readZoneChunk } from '../../form/zone-chunk.ts';
import { compareCodePoints } from '../../text/code-point-order.ts';
import { createChunkDealer, dealRuns } from './chunk-dealer.ts';
import { openRun } from './posting-run.ts';
import { writeRun, type RunEntry } from './posting.fixture.ts';
import { packZones } from './zone-packer.ts';

const token = fc.constantFrom('甲', '乙', '乙.', '丙');
const zone = fc.array(token, { maxLength: 9 });
const letters = fc.array(fc.tuple(zone, zone, zone, zone), { minLength: 1, maxLength: 9 });

function endsOf(all: readonly (readonly string[][])[]): ZoneEnds {
  const end = (zones: readonly string[][], count: number) => zones.slice(0, count).flat().length;
  return [
    all.map((zones) => end(zones, 1)),
    all.map((zones) => end(zones, 2)),
    all.map((zones) => end(zones, 3)),
    all.map(() => 1),
  ];
}

/** Packs the zones of all tokens, as a chunk of its own. */
function pack(run: readonly RunEntry[], [title, header, headings]: ZoneEnds): Uint8Array {
  const count = title.length;
  const bounds = [title, header, headings].map((ends) => Uint32Array.from(ends));
  let packed = new Uint8Array();
  const dealer = createChunkDealer({ letters: count, size: 1e9 }, ({ parts, mark }) => {
    const [first, second, third] = bounds;
    if (first && second && third)
      packed = Uint8Array.from(packZones(parts, mark, [first, second, third], count));
  });
  dealRuns(
    [
      openRun(
        writeRun(run),
        Uint32Array.from(title, (_, row) => row),
      ),
    ],
    dealer,
  );
  dealer.finish();
  return packed;
}

test('zones count the positions of a token in each part of a letter, and rank like the positions', () => {
  fc.assert(
    fc.property(letters, (all) => {
      const ends = endsOf(all);
      const postings = buildPostings(all.map((zones) => zones.flat()));
      fc.pre(postings.size > 0);
      const run = [...postings]
        .sort(([a], [b]) => compareCodePoints(a, b))
        .map(([name, { rows, starts, positions }]): RunEntry => [
          name,
          Array.from(rows, (row, at) => [row, [...positions.subarray(starts[at], starts[at + 1])]]),
        ]);
      const chunk = readZoneChunk(pack(run, ends), all.length);
      expect(chunk.of('丁')).toBeUndefined();
      for (const [each, posting] of postings) {
        const read = chunk.of(each);
        expect(read).toEqual(countZones(posting, ends));
        if (read === undefined) continue;
        const [byZones, byPositions] = [
          createZoneCounts(ends, all.length),
          createZoneCounts(ends, all.length),
        ];
        byZones.add(read);
        byPositions.add(posting);
        for (const row of posting.rows) expect(byZones.relevance(row, 1)).toBe(byPositions.relevance(row, 1));
      }
    }),
  );
});

test('zones of a single unit are those that it is in', () => {
  const run: RunEntry[] = [
    [
      '甲!',
      [
        [0, [0b1011]],
        [1, [0b0100]],
      ],
    ],
  ];
  const { rows, zones } =
    readZoneChunk(
      pack(run, [
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 1],
      ]),
      2,
    ).of('甲!') ?? {};
  expect(rows).toEqual(Uint32Array.of(0, 1));
  expect(zones?.map((zone) => [...zone])).toEqual([
    [1, 0],
    [1, 0],
    [0, 1],
    [1, 0],
  ]);
});
