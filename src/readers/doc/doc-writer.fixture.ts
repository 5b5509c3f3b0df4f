import { writeCompound } from './compound-writer.fixture.ts';
import { structures } from './word-file.ts';

/** Characters with the same properties. */
export interface DocRun {
  /** In characters. */
  length: number;
  modifiers?: readonly number[];
}

/** The parts of an invented document. */
export interface DocParts {
  /** The text in the pieces in which it is saved, the notes after the letter. */
  pieces: readonly string[];
  paragraphs?: readonly DocRun[];
  characters?: readonly DocRun[];
  /** How many characters at the end are notes. */
  notes?: number;
  /** Where the text refers to notes and where each note's text begins, in characters. */
  references?: readonly number[];
  noteTexts?: readonly number[];
  /** The drawings of the document (OfficeArtContent). */
  drawings?: Buffer;
}

const textAt = 1024;
const pageBytes = 512;

/** Writes a minimal binary Word document (MS-DOC), independently of the reader. */
export function writeDoc(parts: DocParts): Uint8Array {
  const { pieces, paragraphs = [], characters = [], notes = 0, references = [], noteTexts = [] } = parts;
  const text = pieces.join('');
  const fib = Buffer.alloc(textAt);
  const table: Buffer[] = [];
  let tableLength = 0;
  const add = (index: number, content: Buffer): void => {
    fib.writeUInt32LE(tableLength, 0x9a + index * 8);
    fib.writeUInt32LE(content.length, 0x9a + index * 8 + 4);
    table.push(content);
    tableLength += content.length;
  };
  fib.writeUInt16LE(0xa5ec, 0);
  fib.writeUInt16LE(0x00c1, 2);
  fib.writeUInt16LE(0x0200, 0x0a);
  fib.writeUInt32LE(text.length - notes, 0x4c);
  fib.writeUInt32LE(notes, 0x50);
  add(structures.pieces, pieceTable(pieces));
  const main = [fib, padded(Buffer.from(text, 'utf16le'), pageBytes)];
  for (const [index, runs, stride] of [
    [structures.characterRuns, characters, 1],
    [structures.paragraphRuns, paragraphs, 13],
  ] as const) {
    const pages = pagesOf(runs, stride);
    const first = main.reduce((sum, { length }) => sum + length, 0) / pageBytes;
    add(index, words([...pages.map(() => 0), 0, ...pages.map((_, page) => first + page)]));
    main.push(...pages);
  }
  add(
    structures.footnoteReferences,
    Buffer.concat([words([...references, 0]), Buffer.alloc(references.length * 2)]),
  );
  add(structures.footnoteTexts, words(noteTexts));
  if (parts.drawings) add(structures.drawings, parts.drawings);
  return writeCompound({ WordDocument: Buffer.concat(main), '1Table': Buffer.concat(table) });
}

/** A modifier with an operand of one byte. */
export function modifier(code: number, value: number): number[] {
  return [code & 0xff, code >> 8, value];
}

/** The modifiers of a row's end: its cells by their edges in twips (sprmTDefTable). */
export function rowEnd(edges: readonly number[]): number[] {
  const operand = [edges.length - 1, ...edges.flatMap((edge) => [edge & 0xff, (edge >> 8) & 0xff])];
  const length = operand.length + 1;
  return [...modifier(0x2416, 1), ...modifier(0x2417, 1), 0x08, 0xd6, length & 0xff, length >> 8, ...operand];
}

function pieceTable(pieces: readonly string[]): Buffer {
  const starts = [0];
  for (const { length } of pieces) starts.push((starts.at(-1) ?? 0) + length);
  const descriptors = Buffer.alloc(pieces.length * 8);
  for (const index of pieces.keys())
    descriptors.writeUInt32LE(textAt + (starts[index] ?? 0) * 2, index * 8 + 2);
  const content = Buffer.concat([words(starts), descriptors]);
  return Buffer.concat([Buffer.of(2), words([content.length]), content]);
}

/** Packs runs into pages of 512 bytes (MS-DOC 2.9.33, 2.9.175): offsets, then where the modifiers are. */
function pagesOf(runs: readonly DocRun[], stride: number): Buffer[] {
  const pages: Buffer[] = [];
  let from = textAt;
  for (let index = 0; index < runs.length;) {
    const page = Buffer.alloc(pageBytes);
    const places = [from];
    const offsets: number[] = [];
    let free = pageBytes - 2;
    for (let one = runs[index]; one; one = runs[index]) {
      const list = listOf(one.modifiers ?? [], stride);
      if ((places.length + 1) * 4 + places.length * stride > free - list.length) break;
      free -= list.length;
      page.set(list, free);
      offsets.push(free / 2);
      from += one.length * 2;
      places.push(from);
      index += 1;
    }
    page.set(words(places));
    for (const [run, offset] of offsets.entries()) page[places.length * 4 + run * stride] = offset;
    page[pageBytes - 1] = offsets.length;
    pages.push(page);
  }
  return pages;
}

/** A list of modifiers as stored in a page, padded to an even length. */
function listOf(modifiers: readonly number[], stride: number): number[] {
  const even = (list: readonly number[]) => [...list, ...(list.length % 2 === 0 ? [] : [0])];
  if (stride === 1) return even([modifiers.length, ...modifiers]);
  const list = even([0, 0, ...modifiers]);
  return [0, list.length / 2, ...list];
}

function words(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeUInt32LE(value, index * 4);
  return bytes;
}

function padded(bytes: Buffer, unit: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
}
