/** Bytes that are read by range: a file on disk, or a file that was chosen in a browser. */
export interface ByteSource {
  /** In bytes. */
  size: number;
  /** Reads a range that lies within the source. */
  read: (at: number, length: number) => Promise<Uint8Array>;
}

/** A file that was chosen in a browser, or any other blob. */
export function blobSource(blob: Blob): ByteSource {
  return {
    size: blob.size,
    read: async (at, length) => new Uint8Array(await blob.slice(at, at + length).arrayBuffer()),
  };
}
