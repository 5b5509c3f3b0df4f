import { structures, type WordFile } from './word-file.ts';

/** Reads the names of a document's fonts, by index (SttbfFfn, MS-DOC 2.9.286). */
export function readFonts({ table, structure }: WordFile): readonly string[] {
  const { at, length } = structure(structures.fonts);
  if (length < 4) return [];
  const names: string[] = [];
  const end = Math.min(at + length, table.length);
  for (let next = at + 4; next < end && names.length < table.u16(at);) {
    const size = table.u8(next) + 1;
    const name = Buffer.from(table.slice(next + 40, size - 40)).toString('utf16le');
    names.push(name.split('\0', 1)[0] ?? '');
    next += size;
  }
  return names;
}
