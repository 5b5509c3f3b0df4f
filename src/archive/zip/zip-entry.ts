/** How the bytes of an entry are kept (APPNOTE 4.4.5). */
type ZipMethod = 'stored' | 'deflated';

/** A file in a zip. */
export interface ZipEntry {
  /** Path with `/`. */
  name: string;
  method: ZipMethod;
  /** CRC-32 of its bytes. */
  crc: number;
  /** Bytes in the zip. */
  packed: number;
  /** Bytes of the file. */
  size: number;
}

/** A file in a zip, and where. */
export interface PlacedEntry extends ZipEntry {
  /** Where its local header begins. */
  at: number;
}
