/** A compound file (OLE2, MS-CFB): the container of DOC, WPS and of encrypted Office files. */
export interface CompoundFile {
  /** The names of its streams and storages. */
  names: ReadonlySet<string>;
  /** The first bytes of a stream that has sectors of its own, at most one sector's worth. */
  head(name: string): Uint8Array | undefined;
}

const endOfChain = 0xfffffffe;
const entryBytes = 128;

/**
 * Reads the directory of a compound file; undefined when the bytes are none, or damaged so that the
 * directory cannot be followed.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  if (bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, false) !== 0xd0cf11e0) return undefined;
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 1 << shift;
  const table = sectorTable(view, size);
  const entries = new Map<string, number>();
  const seen = new Set<number>();
  for (let sector = view.getUint32(48, true); sector < endOfChain && !seen.has(sector);) {
    seen.add(sector);
    for (
      let at = (sector + 1) * size;
      at + entryBytes <= Math.min((sector + 2) * size, bytes.length);
      at += entryBytes
    ) {
      const name = entryName(bytes, view, at);
      if (name !== undefined) entries.set(name, view.getUint32(at + 116, true));
    }
    sector = table(sector);
  }
  if (entries.size === 0) return undefined;
  return {
    names: new Set(entries.keys()),
    head(name) {
      const sector = entries.get(name);
      const start = sector === undefined ? bytes.length : (sector + 1) * size;
      return start < bytes.length ? bytes.subarray(start, start + size) : undefined;
    },
  };
}

/** The sector that follows a sector; the table's own sectors are the first 109 that the header lists. */
function sectorTable(view: DataView, size: number): (sector: number) => number {
  const perSector = size / 4;
  return (sector) => {
    const block = Math.floor(sector / perSector);
    // Directories stand near the front: sectors that only the chained lists reach are not followed.
    if (block >= 109) return endOfChain;
    const at = (view.getUint32(76 + block * 4, true) + 1) * size + (sector % perSector) * 4;
    return at + 4 <= view.byteLength ? view.getUint32(at, true) : endOfChain;
  };
}

function entryName(bytes: Uint8Array, view: DataView, at: number): string | undefined {
  const length = view.getUint16(at + 64, true);
  const type = view.getUint8(at + 66);
  if (length < 2 || length > 64 || type === 0 || type > 5) return undefined;
  return new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2));
}
