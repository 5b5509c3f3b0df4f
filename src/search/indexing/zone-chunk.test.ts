import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createZoneCounts } from '../engine/relevance.ts';
import { buildPostings, countZones } from '../engine/posting.fixture.ts';
import type { ZoneEnds } from '../form/catalogue.ts';
import { readZoneChunk } from '../form/zone-chunk.ts';
import { invert } from './inverter.ts';
import { packZoneChunk } from './zone-chunk-writer.ts';

const token = fc.constantFrom('甲', '乙', '乙ǂ', '丙');
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

test('zones count the positions of a token in each part of a letter, and rank like the positions', () => {
  fc.assert(
    fc.property(letters, (all) => {
      const ends = endsOf(all);
      const postings = buildPostings(all.map((zones) => zones.flat()));
      const chunk = readZoneChunk(packZoneChunk([...invert(all.map((zones) => zones.flat()))], ends));
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
