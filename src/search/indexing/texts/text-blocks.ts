import { decodeBase32768 } from '../../form/base32768.ts';
import { stampLength } from '../../form/data-file.ts';
import { shardFile } from '../../form/edition-index.ts';
import { textUnit, unitCharacters, type StoredTextTable } from '../../form/text-table.ts';
import type { LetterText } from '../../text/letter-text.ts';
import { packLetterText } from '../../text/letter-text.ts';
import { deflateHanText, listStamps, makeDataFile, type NewFile } from '../data-file-writer.ts';

/** Packs the text of a letter for its block: filled up so that with its stamp it has whole units. */
export function packText(text: LetterText): Uint8Array {
  const packed = deflateHanText(packLetterText(text));
  const length = Math.ceil((packed.length + stampLength) / textUnit) * textUnit - stampLength;
  const filled = new Uint8Array(length);
  filled.set(packed);
  return filled;
}

/** Length of a packed text, in units of the table of texts. */
export function textUnits(packed: Uint8Array): number {
  return (packed.length + stampLength) / textUnit;
}

/** Makes the file of a block. @param texts Packed; from the oldest to the newest. @param id Of the oldest. */
export function makeTextBlock(
  folder: string,
  id: string,
  texts: readonly Uint8Array[],
): NewFile & { stamp: number } {
  return makeDataFile(shardFile.texts(folder, id), texts);
}

/** Reads the packed texts of a block. @param units Length of each, in units. */
export function readTextBlock(file: Buffer, units: readonly number[]): Buffer[] {
  const script = file.toString('utf16le');
  let from = script.indexOf('"', script.indexOf(',')) + 1;
  return units.map((length) => {
    const to = from + length * unitCharacters;
    const bytes = decodeBase32768(script.slice(from, to));
    from = to;
    return Buffer.from(bytes.subarray(stampLength));
  });
}

/** A block of texts, as the table describes it. */
export interface TextBlockSummary {
  stamp: number;
  /** Length of each text in units, from the oldest letter to the newest. */
  units: number[];
}

/** @param blocks From the oldest letters to the newest. */
export function buildTextTable(blocks: readonly TextBlockSummary[]): StoredTextTable {
  return {
    counts: blocks.map(({ units }) => units.length),
    stamps: listStamps(blocks.map(({ stamp }) => stamp)),
    lengths: blocks.flatMap(({ units }) => units),
  };
}
