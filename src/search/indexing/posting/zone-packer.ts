import { zoneCount } from '../../form/zone-chunk.ts';
import { unitMark } from '../../text/tokens.ts';
import { deflateParts } from '../data-file-writer.ts';
import { createByteSink, putInteger, takeInteger } from './byte-sink.ts';
import { countOf, namesOf, numbers } from './chunk-packer.ts';
import type { ChunkParts, PartsMark } from './chunk-builder.ts';
import { lineEnd } from './line-end.ts';

const unitByte = unitMark.charCodeAt(0);

/** Position after the title, the header values and the headings of each letter, by row. */
export type ZoneBounds = readonly [title: Uint32Array, header: Uint32Array, headings: Uint32Array];

/**
 * Packs how often the tokens of a chunk occur in each zone of their letters, in the format of `zone-chunk.ts`.
 *
 * @param letters Letters of the shard.
 */
export function packZones(
  parts: ChunkParts,
  mark: PartsMark,
  bounds: ZoneBounds,
  letters: number,
): Uint8Array {
  const zones = Array.from({ length: zoneCount }, () => createByteSink());
  const letterCounts = { bytes: parts.letterCounts.bytes, at: 0 };
  const rows = { bytes: parts.rows.bytes, at: 0 };
  const counts = { bytes: parts.counts.bytes, at: 0 };
  const upper = { bytes: parts.upper.bytes, at: 0 };
  let [lower, nameAt] = [0, 0];
  const inZones = new Uint32Array(zoneCount);
  for (let token = 0; token < mark.tokens; token += 1) {
    const nameEnd = parts.names.bytes.indexOf(lineEnd, nameAt);
    const isUnit = parts.names.bytes[nameEnd - 1] === unitByte;
    nameAt = nameEnd + 1;
    let row = letters - 1 - takeInteger(rows);
    for (let left = takeInteger(letterCounts); left > 0; left -= 1) {
      const occurrences = takeInteger(counts);
      inZones.fill(0);
      if (isUnit) for (let zone = 0; zone < zoneCount; zone += 1) inZones[zone] = (occurrences >> zone) & 1;
      else
        for (let [each, position, zone] = [0, 0, 0]; each < occurrences; each += 1) {
          position += takeInteger(upper) * 256 + (parts.lower.bytes[lower++] ?? 0);
          while (zone < zoneCount - 1 && position >= (bounds[zone]?.[row] ?? 0)) zone += 1;
          inZones[zone] = (inZones[zone] ?? 0) + 1;
        }
      let zone = 0;
      for (const sink of zones) putInteger(sink, inZones[zone++] ?? 0);
      if (left > 1) row += takeInteger(rows);
    }
  }
  return deflateParts([
    countOf(mark),
    numbers(parts.letterCounts, mark.letterCounts),
    numbers(parts.rows, mark.rows),
    ...zones.map((sink) => numbers(sink, sink.end)),
    namesOf(parts, mark),
  ]);
}
