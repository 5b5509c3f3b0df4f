import { createByteReader, type ByteReader } from './byte-reader.ts';
import { structures, type WordFile } from './word-file.ts';

/** Types of records (MS-ODRAW 2.2): the containers of drawings, and the property tables of shapes. */
const drawing = 0xf002;
const propertyTables = new Set([0xf00b, 0xf121, 0xf122]);
/** The text of WordArt (gtextUNICODE, MS-ODRAW 2.3.22.1). */
const artText = 0x00c0;
const headBytes = 8;

/**
 * The texts of WordArt in a document's drawings (OfficeArtContent, MS-DOC 2.9.172), by which Word draws watermarks. Each
 * text is returned once.
 */
export function readWordArt({ table, structure }: WordFile): string[] {
  const { at, length } = structure(structures.drawings);
  const bytes = createByteReader(table.slice(at, length));
  const found = new Set<string>();
  // What all drawings share comes first; then each drawing after a byte that says where it is.
  for (let place = afterRecord(bytes, 0) + 1; place + headBytes <= bytes.length;) {
    const end = afterRecord(bytes, place);
    if (bytes.u16(place + 2) !== drawing) break;
    collect(bytes, place, Math.min(end, bytes.length), found);
    place = end + 1;
  }
  return [...found];
}

function afterRecord(bytes: ByteReader, at: number): number {
  return at + headBytes <= bytes.length ? at + headBytes + bytes.u32(at + 4) : bytes.length;
}

/** Looks into containers, whose records follow their heads. */
function collect(bytes: ByteReader, from: number, to: number, found: Set<string>): void {
  for (let at = from; at + headBytes <= to;) {
    const head = bytes.u16(at);
    const isContainer = (head & 0x0f) === 0x0f;
    if (propertyTables.has(bytes.u16(at + 2))) {
      const text = artOf(bytes, at + headBytes, Math.min(afterRecord(bytes, at), to), head >> 4);
      if (text !== undefined) found.add(text);
    }
    at = isContainer ? at + headBytes : afterRecord(bytes, at);
  }
}

/** The text among the properties of a shape; long values follow their table in its order (MS-ODRAW 2.3.1). */
function artOf(bytes: ByteReader, from: number, to: number, count: number): string | undefined {
  let value = from + count * 6;
  for (let at = from; at + 6 <= to && at < from + count * 6; at += 6) {
    const property = bytes.u16(at);
    if ((property & 0x8000) === 0) continue;
    const length = bytes.u32(at + 2);
    if ((property & 0x3fff) === artText && value + length <= to)
      return Buffer.from(bytes.slice(value, length)).toString('utf16le').split('\0', 1)[0];
    value += length;
  }
  return undefined;
}
