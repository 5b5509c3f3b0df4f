import { ReadError } from '../reading.ts';

/** Little-endian access to a stream of a DOC. Reading outside of it throws ReadError `damaged`. */
export interface ByteReader {
  length: number;
  u8: (at: number) => number;
  u16: (at: number) => number;
  i16: (at: number) => number;
  u32: (at: number) => number;
  i32: (at: number) => number;
  /** The bytes from `at`; fewer at the end of the stream. */
  slice: (at: number, length: number) => Uint8Array;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const checked = <T>(read: () => T): T => {
    try {
      return read();
    } catch {
      throw damaged();
    }
  };
  return {
    length: bytes.length,
    u8: (at) => checked(() => view.getUint8(at)),
    u16: (at) => checked(() => view.getUint16(at, true)),
    i16: (at) => checked(() => view.getInt16(at, true)),
    u32: (at) => checked(() => view.getUint32(at, true)),
    i32: (at) => checked(() => view.getInt32(at, true)),
    slice: (at, length) => bytes.subarray(at, at + Math.max(0, length)),
  };
}

export function damaged(): ReadError {
  return new ReadError(
    'damaged',
    'Word 文件内部结构已损坏，无法读出文字。请用 Word 或 WPS 打开、另存为 .docx 后再转换。',
  );
}
