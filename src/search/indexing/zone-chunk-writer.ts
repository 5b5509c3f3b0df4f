import type { ZoneEnds } from '../form/catalogue.ts';
import { writeLeb128 } from '../form/leb128.ts';
import { zoneCount } from '../form/zone-chunk.ts';
import { deflate } from './data-file-writer.ts';
import { encodeRows, type TokenPosting } from './token-posting.ts';

/**
 * Packs how often tokens occur in each zone of their letters, in the format of `zone-chunk.ts`.
 *
 * @param zoneEnds Where the zones of the letters end.
 */
export function packZoneChunk(postings: readonly TokenPosting[], zoneEnds: ZoneEnds): Uint8Array {
  const letters = postings.flatMap((posting) => posting.letters);
  const counts = letters.map((letter) => countZones(letter, zoneEnds));
  const numbers = [
    ...encodeRows(postings),
    ...Array.from({ length: zoneCount }, (_, zone) => counts.map((inZones) => inZones[zone] ?? 0)).flat(),
  ];
  const tokens = postings.map(({ token }) => token).join('\n');
  return deflate(Buffer.concat([writeLeb128(numbers), Buffer.from(tokens)]));
}

function countZones({ row, steps }: TokenPosting['letters'][number], zoneEnds: ZoneEnds): number[] {
  const counts = Array.from({ length: zoneCount }, () => 0);
  const ends = zoneEnds.slice(0, zoneCount - 1).map((zone) => zone[row] ?? 0);
  let [position, zone] = [0, 0];
  for (const step of steps) {
    position += step;
    while (zone < ends.length && position >= (ends[zone] ?? 0)) zone += 1;
    counts[zone] = (counts[zone] ?? 0) + 1;
  }
  return counts;
}
