import { gunzipSync } from 'node:zlib';
import { gzipSync } from 'fflate';

/*
 * Pagefind's table of pages and chunks (`.pf_meta`, CBOR behind a mark) names each page and chunk by a
 * hash that nothing compresses, and that a second table would have to bring back to our rows. The rows
 * and the places of the chunks are put in their place: the table is a third as large and the second one
 * is not needed. Pagefind reads it as its own.
 */

type Item = number | string | Item[];

/** `.pf_meta` with short names. */
export interface RenamedMeta {
  /** Compressed, the same on every machine. */
  bytes: Uint8Array;
  /** New name of each chunk, by its old one. */
  chunkNames: Map<string, string>;
}

const mark = 'pagefind_dcd';

/**
 * Renames the pages and chunks of a table.
 *
 * @param meta As Pagefind wrote it.
 * @param nameOf New name of a page, by its old one.
 * @throws Error when this is not the form of Pagefind 1.6.0.
 */
export function renameMeta(meta: Uint8Array, nameOf: (page: string) => string): RenamedMeta {
  const plain = gunzipSync(meta);
  if (plain.subarray(0, mark.length).toString() !== mark) throw unknownForm();
  const table = readCbor(plain.subarray(mark.length));
  if (!Array.isArray(table) || table[0] !== '1.6.0') throw unknownForm();
  const [version, pages, chunks, ...others] = table;
  const chunkNames = new Map<string, string>();
  const renamed: Item[] = [
    version,
    // What follows the name, length and file of the page, is for Pagefind's ranking and excerpts: ours need none.
    rows(pages).map(([page]) => [nameOf(text(page)), 1, '']),
    rows(chunks).map(([from, to, chunk], index) => {
      if (from === undefined || to === undefined) throw unknownForm();
      chunkNames.set(text(chunk), String(index));
      return [from, to, String(index)];
    }),
    ...others,
  ];
  const bytes = Buffer.concat([Buffer.from(mark), writeCbor(renamed)]);
  return { bytes: gzipSync(bytes, { level: 9, mtime: 0 }), chunkNames };
}

function rows(item: Item | undefined): Item[][] {
  if (!Array.isArray(item)) throw unknownForm();
  return item.map((row) => {
    if (!Array.isArray(row)) throw unknownForm();
    return row;
  });
}

function text(item: Item | undefined): string {
  if (typeof item !== 'string') throw unknownForm();
  return item;
}

function unknownForm(): Error {
  return new Error('Pagefind 的索引不是 1.6.0 版的格式');
}

/** Reads unsigned integers, texts and arrays of CBOR (RFC 8949): the table has nothing else. */
function readCbor(bytes: Buffer): Item {
  let at = 0;
  const length = (detail: number): number => {
    if (detail < 24) return detail;
    const size = 2 ** (detail - 24);
    if (size > 4) throw unknownForm();
    at += size;
    return bytes.readUIntBE(at - size, size);
  };
  const read = (): Item => {
    const head = bytes.readUInt8(at);
    at += 1;
    const value = length(head & 0x1f);
    switch (head >> 5) {
      case 0:
        return value;
      case 3:
        at += value;
        return bytes.toString('utf8', at - value, at);
      case 4:
        return Array.from({ length: value }, read);
      default:
        throw unknownForm();
    }
  };
  const item = read();
  if (at !== bytes.length) throw unknownForm();
  return item;
}

function writeCbor(item: Item): Buffer {
  if (typeof item === 'number') return cborHead(0, item);
  if (typeof item === 'string') {
    const bytes = Buffer.from(item);
    return Buffer.concat([cborHead(3, bytes.length), bytes]);
  }
  return Buffer.concat([cborHead(4, item.length), ...item.map(writeCbor)]);
}

function cborHead(kind: number, value: number): Buffer {
  const size = value < 24 ? 0 : value < 0x100 ? 1 : value < 0x10000 ? 2 : 4;
  const head = Buffer.alloc(1 + size);
  head.writeUInt8((kind << 5) | (size === 0 ? value : 24 + Math.log2(size)));
  if (size > 0) head.writeUIntBE(value, 1, size);
  return head;
}
