import { createByteReader, type ByteReader } from './byte-reader.ts';
import type { WordFile } from './word-file.ts';

/** A single property modifier (Prl, MS-DOC 2.2.5.1): its code and operand. */
export interface PropertyModifier {
  code: number;
  operand: ByteReader;
}

/** A range of the main stream, `from` inclusive, `to` exclusive, with its own property modifiers. */
export interface PropertyRun {
  from: number;
  to: number;
  /** The style's index, for paragraphs. */
  style: number;
  modifiers: PropertyModifier[];
}

const pageBytes = 512;
const operandBytes = [1, 1, 2, 4, 2, 2, undefined, 3];
const tableDefinition = 0xd608;
const tabChange = 0xc615;

/** Reads a list of modifiers, up to the first damaged one. */
export function readModifiers(list: ByteReader, from = 0): PropertyModifier[] {
  const modifiers: PropertyModifier[] = [];
  for (let at = from; at + 3 <= list.length;) {
    const code = list.u16(at);
    at += 2;
    let length = operandBytes[code >> 13];
    if (length === undefined) {
      if (code === tableDefinition) {
        if (at + 2 > list.length) break;
        length = list.u16(at) + 1;
      } else {
        const size = list.u8(at);
        length = code === tabChange && size === 255 ? list.length - at : size + 1;
      }
    }
    if (at + length > list.length) break;
    modifiers.push({ code, operand: createByteReader(list.slice(at, length)) });
    at += length;
  }
  return modifiers;
}

/**
 * Reads the property runs of characters (CHPX) or paragraphs (PAPX) from their pages of 512 bytes (MS-DOC
 * 2.9.33, 2.9.175), sorted by offset.
 */
export function readPropertyRuns(
  { main, table, structure }: WordFile,
  index: number,
  kind: 'character' | 'paragraph',
): PropertyRun[] {
  const { at, length } = structure(index);
  const count = Math.max(0, Math.floor((length - 4) / 8));
  const runs: PropertyRun[] = [];
  const seen = new Set<number>();
  for (let bin = 0; bin < count; bin += 1) {
    const page = table.u32(at + (count + 1) * 4 + bin * 4) & 0x3fffff;
    if (seen.has(page)) continue;
    seen.add(page);
    const bytes = createByteReader(main.slice(page * pageBytes, pageBytes));
    if (bytes.length < pageBytes) continue;
    const total = bytes.u8(pageBytes - 1);
    const stride = kind === 'character' ? 1 : 13;
    if ((total + 1) * 4 + total * stride > pageBytes - 1) continue;
    for (let run = 0; run < total; run += 1) {
      const place = bytes.u8((total + 1) * 4 + run * stride) * 2;
      const range = { from: bytes.u32(run * 4), to: bytes.u32(run * 4 + 4) };
      runs.push({
        ...range,
        ...(kind === 'character' ? characterRun(bytes, place) : paragraphRun(bytes, place)),
      });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

function characterRun(page: ByteReader, place: number): Pick<PropertyRun, 'style' | 'modifiers'> {
  if (place === 0) return { style: 0, modifiers: [] };
  return { style: 0, modifiers: readModifiers(createByteReader(page.slice(place + 1, page.u8(place)))) };
}

function paragraphRun(page: ByteReader, place: number): Pick<PropertyRun, 'style' | 'modifiers'> {
  if (place === 0 || place + 2 >= pageBytes) return { style: 0, modifiers: [] };
  const words = page.u8(place);
  const list = createByteReader(
    words === 0 ? page.slice(place + 2, page.u8(place + 1) * 2) : page.slice(place + 1, words * 2 - 1),
  );
  return list.length < 2
    ? { style: 0, modifiers: [] }
    : { style: list.u16(0), modifiers: readModifiers(list, 2) };
}

/** The run that covers an offset. */
export function propertyRunAt(runs: readonly PropertyRun[], place: number): PropertyRun | undefined {
  return runs[propertyRunIndexAt(runs, place)];
}

/** The index of the run that covers an offset, by binary search; -1 for none. */
export function propertyRunIndexAt(runs: readonly PropertyRun[], place: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const run = runs[middle];
    if (!run) return -1;
    if (place < run.from) high = middle - 1;
    else if (place >= run.to) low = middle + 1;
    else return middle;
  }
  return -1;
}
