import type { ZoneEnds } from '../form/catalogue.ts';
import { writeLeb128 } from '../form/leb128.ts';
import { zoneCount } from '../form/zone-chunk.ts';
import { deflate } from './data-file-writer.ts';
import { joinArrays } from './joined-arrays.ts';
import { encodeRows, type TokenPosting } from './token-posting.ts';

/**
 * Packs how often tokens occur in each zone of their letters, in the format of `zone-chunk.ts`.
 *
 * @param zoneEnds Where the zones of the letters end.
 */
export function packZoneChunk(postings: readonly TokenPosting[], zoneEnds: ZoneEnds): Uint8Array {
  const counts = postings.map((posting) => countZones(posting, zoneEnds));
  const numbers = joinArrays([
    ...encodeRows(postings),
    ...Array.from({ length: zoneCount }, (_, zone) => counts.flatMap((byZone) => byZone[zone] ?? [])).flat(),
  ]);
  const tokens = postings.map(({ token }) => token).join('\n');
  return deflate(Buffer.concat([writeLeb128(numbers), Buffer.from(tokens)]));
}

/** Counts for each zone how often a token occurs in it in each of the token's letters. */
function countZones({ rows, counts, steps }: TokenPosting, zoneEnds: ZoneEnds): Uint32Array[] {
  const byZone = Array.from({ length: zoneCount }, () => new Uint32Array(rows.length));
  let next = 0;
  for (const [letter, row] of rows.entries()) {
    let [position, zone] = [0, 0];
    for (const end = next + (counts[letter] ?? 0); next < end; next += 1) {
      position += steps[next] ?? 0;
      while (zone < zoneCount - 1 && position >= (zoneEnds[zone]?.[row] ?? 0)) zone += 1;
      const inZone = byZone[zone];
      if (inZone) inZone[letter] = (inZone[letter] ?? 0) + 1;
    }
  }
  return byZone;
}
