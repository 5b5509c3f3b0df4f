import { groupTexts } from '../../form/text-table.ts';
import { placeFile, readPlaced, type Placing } from '../shard/file-placing.ts';
import type { KeptRows } from '../shard/kept-rows.ts';
import type { TextBlockRecord } from '../shard/shard-tasks.ts';
import { makeTextBlock, readTextBlock, textUnits } from './text-blocks.ts';

/** The packed texts of a shard of the last edition, by row, newest first. */
export interface OldTexts {
  read: (row: number) => Uint8Array;
}

/** Opens blocks of texts, from the oldest letters to the newest. */
export function openOldTexts(previous: string, blocks: readonly TextBlockRecord[]): OldTexts {
  const places = blocks.flatMap((block) => block.units.map((_, index) => ({ block, index }))).reverse();
  const opened = new Map<TextBlockRecord, Buffer[]>();
  return {
    read(row) {
      const place = places[row];
      if (place === undefined) throw new RangeError(`no row ${row}`);
      const { block, index } = place;
      const texts = opened.get(block) ?? readTextBlock(readPlaced(previous, block.file), block.units);
      opened.set(block, texts);
      return texts[index] ?? new Uint8Array();
    },
  };
}

/**
 * Groups the texts of a shard, and writes the blocks that differ from the last edition's.
 *
 * @param ids Newest first.
 * @param textOf The packed text of a row.
 */
export function updateTexts(
  placing: Placing,
  folder: string,
  ids: readonly string[],
  { oldRowOf }: KeptRows,
  old: readonly TextBlockRecord[],
  textOf: (row: number) => Uint8Array,
): TextBlockRecord[] {
  const ofOldest = oldBlocksByRow(old);
  let oldest = ids.length - 1;
  return groupTexts(ids.toReversed()).map((count): TextBlockRecord => {
    const rows = Array.from({ length: count }, (_, at) => oldest - at);
    oldest -= count;
    const [first = 0] = rows;
    const kept = ofOldest.get(oldRowOf[first] ?? -1);
    const isKept =
      kept?.units.length === count && rows.every((row, at) => oldRowOf[row] === (oldRowOf[first] ?? 0) - at);
    if (kept && isKept) return kept;
    const texts = rows.map(textOf);
    const { stamp, ...file } = makeTextBlock(folder, ids[first] ?? '', texts);
    return { stamp, units: texts.map(textUnits), file: placeFile(placing, file) };
  });
}

/** Each block by the row of its oldest letter. */
function oldBlocksByRow(blocks: readonly TextBlockRecord[]): Map<number, TextBlockRecord> {
  let row = blocks.reduce((sum, { units }) => sum + units.length, 0) - 1;
  return new Map(
    blocks.map((block) => {
      const oldest = row;
      row -= block.units.length;
      return [oldest, block];
    }),
  );
}
