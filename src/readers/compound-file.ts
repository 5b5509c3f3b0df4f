/** A compound file (OLE2, MS-CFB): the container of DOC, WPS and of encrypted Office files. */
export interface CompoundFile {
  /** The names of its streams and storages. */
  names: ReadonlySet<string>;
  /**
   * A stream's bytes, as far as its chain of sectors can be followed; undefined when there is none of that
   * name.
   */
  read: (name: string) => Uint8Array | undefined;
}

interface DirectoryEntry {
  type: number;
  start: number;
  size: number;
}

const endOfChain = 0xfffffffa;
const entryBytes = 128;
const miniSector = 64;

/**
 * Opens a compound file; undefined for other bytes, or when the directory is damaged. Of several streams with
 * one name the first counts: a document's own come before those of embedded objects.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile | undefined {
  if (bytes.length < 512) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, false) !== 0xd0cf11e0) return undefined;
  const shift = view.getUint16(30, true);
  if (shift !== 9 && shift !== 12) return undefined;
  const size = 1 << shift;
  const next = sectorTable(view, size);
  const chain = (start: number): Uint8Array =>
    Buffer.concat(
      [...follow(start, next)].map((sector) => bytes.subarray((sector + 1) * size, (sector + 2) * size)),
    );
  const entries = readDirectory(chain(view.getUint32(48, true)));
  if (entries.size === 0) return undefined;
  const cutoff = view.getUint32(56, true);
  let mini: { stream: Uint8Array; next: (sector: number) => number } | undefined;
  const readMini = ({ start, size: length }: DirectoryEntry): Uint8Array => {
    mini ??= openMini(
      chain,
      view.getUint32(60, true),
      [...entries.values()].find(({ type }) => type === 5),
    );
    const { stream, next: nextMini } = mini;
    const parts = [...follow(start, nextMini)].map((sector) =>
      stream.subarray(sector * miniSector, (sector + 1) * miniSector),
    );
    return Buffer.concat(parts).subarray(0, length);
  };
  return {
    names: new Set(entries.keys()),
    read(name) {
      const entry = entries.get(name);
      if (entry?.type !== 2) return undefined;
      return entry.size < cutoff ? readMini(entry) : chain(entry.start).subarray(0, entry.size);
    },
  };
}

/** The sectors of a chain. A chain that loops ends where it would repeat. */
function* follow(start: number, next: (sector: number) => number): Generator<number> {
  const seen = new Set<number>();
  for (let sector = start; sector < endOfChain && !seen.has(sector); sector = next(sector)) {
    seen.add(sector);
    yield sector;
  }
}

/**
 * Maps a sector to the next one in its chain. The FAT's own sectors are listed in the header, then in the
 * DIFAT chain.
 */
function sectorTable(view: DataView, size: number): (sector: number) => number {
  const at = (offset: number) => (offset + 4 <= view.byteLength ? view.getUint32(offset, true) : endOfChain);
  const perSector = size / 4;
  const sectors = Array.from({ length: 109 }, (_, index) => at(76 + index * 4));
  const listed = (list: number) => at((list + 2) * size - 4);
  for (const list of follow(at(68), listed))
    for (let index = 0; index < perSector - 1; index += 1) sectors.push(at((list + 1) * size + index * 4));
  return (sector) => {
    const holder = sectors[Math.floor(sector / perSector)] ?? endOfChain;
    return holder >= endOfChain ? endOfChain : at((holder + 1) * size + (sector % perSector) * 4);
  };
}

/** Opens the mini stream: small streams share it, in sectors of 64 bytes with a table of their own. */
function openMini(
  chain: (start: number) => Uint8Array,
  table: number,
  root: DirectoryEntry | undefined,
): { stream: Uint8Array; next: (sector: number) => number } {
  const bytes = chain(table);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return {
    stream: root ? chain(root.start) : new Uint8Array(),
    next: (sector) => (sector * 4 + 4 <= bytes.length ? view.getUint32(sector * 4, true) : endOfChain),
  };
}

function readDirectory(bytes: Uint8Array): Map<string, DirectoryEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = new Map<string, DirectoryEntry>();
  for (let at = 0; at + entryBytes <= bytes.length; at += entryBytes) {
    const length = view.getUint16(at + 64, true);
    const type = view.getUint8(at + 66);
    if (length < 2 || length > 64 || ![1, 2, 5].includes(type)) continue;
    const name = new TextDecoder('utf-16le').decode(bytes.subarray(at, at + length - 2));
    if (!entries.has(name))
      entries.set(name, {
        type,
        start: view.getUint32(at + 116, true),
        size: view.getUint32(at + 120, true),
      });
  }
  return entries;
}
