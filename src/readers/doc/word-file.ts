import { openCompoundFile } from '../compound-file.ts';
import { ReadError } from '../reading.ts';
import { createByteReader, damaged, type ByteReader } from './byte-reader.ts';

/** The streams of a binary Word document (MS-DOC; Word 97 and later, WPS) and what its FIB says. */
export interface WordFile {
  main: ByteReader;
  table: ByteReader;
  /** The range of the table stream that holds a structure, by its index in FibRgFcLcb97. */
  structure: (index: number) => { at: number; length: number };
  /** The lengths in characters of the document's consecutive parts. */
  lengths: {
    text: number;
    footnotes: number;
    headers: number;
    comments: number;
    endnotes: number;
    boxes: number;
    headerBoxes: number;
  };
}

/** Indexes in FibRgFcLcb97 (MS-DOC 2.5.6). */
export const structures = {
  styleSheet: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  characterRuns: 12,
  paragraphRuns: 13,
  fonts: 15,
  pieces: 33,
  endnoteReferences: 46,
  endnoteTexts: 47,
  drawings: 50,
  lists: 73,
  listOverrides: 74,
};

/**
 * Opens a DOC.
 *
 * @throws ReadError `truncated` when the container cannot be followed, `encrypted`, `damaged`,
 * `unsupported-version` for Word 95 and older.
 */
export function openWordFile(bytes: Uint8Array): WordFile {
  const container = openCompoundFile(bytes);
  const stream = container?.read('WordDocument');
  if (container?.names.has('EncryptedPackage')) throw encrypted();
  if (!container || !stream || stream.length < 0x200)
    throw new ReadError('truncated', 'Word 文件不完整，可能没有下载完。请重新下载或索取。');
  const main = createByteReader(stream);
  if (main.u16(0) !== 0xa5ec || main.u16(2) < 0x00c1)
    throw new ReadError(
      'unsupported-version',
      '这是很早的 Word 文件（Word 95 或更早），不能直接读取。请用 Word 或 WPS 打开，另存为 .docx 后再转换。',
    );
  const flags = main.u16(0x0a);
  if (flags & 0x0100) throw encrypted();
  const table = container.read(flags & 0x0200 ? '1Table' : '0Table');
  if (!table) throw damaged();
  return {
    main,
    table: createByteReader(table),
    structure: (index) => ({ at: main.u32(0x9a + index * 8), length: main.u32(0x9a + index * 8 + 4) }),
    lengths: {
      text: main.u32(0x4c),
      footnotes: main.u32(0x50),
      headers: main.u32(0x54) + main.u32(0x58),
      comments: main.u32(0x5c),
      endnotes: main.u32(0x60),
      boxes: main.u32(0x64),
      headerBoxes: main.u32(0x68),
    },
  };
}

function encrypted(): ReadError {
  return new ReadError('encrypted', '文件设有打开密码。请用办公软件打开、去掉密码后另存，再转换。');
}
