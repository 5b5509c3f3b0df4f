import { damaged } from './byte-reader.ts';
import { structures, type WordFile } from './word-file.ts';

/** The characters of a document in order, with the offset of each in the main stream (its FC). */
export interface PieceText {
  text: string;
  fileOffsets: Uint32Array;
}

/** A bound on memory; a letter has some thousand characters. */
const mostCharacters = 5_000_000;

/** Assembles the text from the piece table (MS-DOC 2.4.1), whose pieces are in UTF-16 or Windows-1252. */
export function readPieceTable({ main, table, structure }: WordFile): PieceText {
  const { at, length } = structure(structures.pieces);
  let offset = at;
  while (offset < at + length && table.u8(offset) === 1) offset += 3 + table.u16(offset + 1);
  if (table.u8(offset) !== 2) throw damaged();
  const size = table.u32(offset + 1);
  const count = Math.floor((size - 4) / 12);
  const first = offset + 5;
  if (size < 16 || first + size > table.length) throw damaged();
  const total = table.u32(first + count * 4);
  if (total > mostCharacters) throw damaged();
  const fileOffsets = new Uint32Array(total);
  let text = '';
  for (let index = 0; index < count; index += 1) {
    const start = table.u32(first + index * 4);
    const characters = table.u32(first + index * 4 + 4) - start;
    if (start !== text.length || characters < 0 || start + characters > total) throw damaged();
    const place = table.u32(first + (count + 1) * 4 + index * 8 + 2);
    const narrow = (place & 0x40000000) !== 0;
    const from = narrow ? (place & 0x3fffffff) / 2 : place & 0x3fffffff;
    const width = narrow ? 1 : 2;
    const bytes = main.slice(from, characters * width);
    if (bytes.length !== characters * width) throw damaged();
    // Pieces may split a surrogate pair; concatenation restores it.
    text += narrow ? new TextDecoder('windows-1252').decode(bytes) : Buffer.from(bytes).toString('utf16le');
    for (let character = 0; character < characters; character += 1)
      fileOffsets[start + character] = from + character * width;
  }
  return { text, fileOffsets };
}
