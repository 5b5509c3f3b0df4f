const sector = 512;
const endOfChain = 0xfffffffe;

/** Writes a compound file (MS-CFB) of at most three streams and 7 MB, each stream in consecutive sectors. */
export function writeCompound(streams: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const all = Object.entries(streams).map(([name, bytes]) => ({
    name,
    bytes,
    sectors: Math.max(1, Math.ceil(bytes.length / sector)),
  }));
  const used = 1 + all.reduce((sum, { sectors }) => sum + sectors, 0);
  const tables = Math.ceil(used / (sector / 4 - 1));
  const file = Buffer.alloc((1 + tables + used) * sector);
  file.write('d0cf11e0a1b11ae1', 'hex');
  file.writeUInt16LE(9, 30);
  file.writeUInt32LE(tables, 48);
  file.fill(0xff, 68, sector);
  for (let table = 0; table < tables; table += 1) file.writeUInt32LE(table, 76 + table * 4);
  file.fill(0xff, sector, (1 + tables) * sector);
  const link = (from: number, to: number) => file.writeUInt32LE(to, sector + from * 4);
  link(tables, endOfChain);
  const directory = (1 + tables) * sector;
  const entry = (index: number, name: string, type: number, start: number, size: number): void => {
    const at = directory + index * 128;
    file.write(name, at, 'utf16le');
    file.writeUInt16LE(name.length * 2 + 2, at + 64);
    file.writeUInt8(type, at + 66);
    file.writeUInt32LE(start, at + 116);
    file.writeUInt32LE(size, at + 120);
  };
  entry(0, 'Root Entry', 5, endOfChain, 0);
  let start = tables + 1;
  for (const [index, { name, bytes, sectors }] of all.entries()) {
    entry(index + 1, name, 2, start, bytes.length);
    for (let one = 0; one < sectors; one += 1)
      link(start + one, one + 1 < sectors ? start + one + 1 : endOfChain);
    file.set(bytes, (start + 1) * sector);
    start += sectors;
  }
  return file;
}
