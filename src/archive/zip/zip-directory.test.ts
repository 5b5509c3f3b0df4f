import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blobSource, type ByteSource } from './byte-source.ts';
import { craftZip, type CraftedFile } from './crafted-zip.fixture.ts';
import { readEntryText } from './entry-bytes.ts';
import { readZipDirectory } from './zip-directory.ts';
import { writeCentralHeader, writeDirectoryEnd, writeLocalHeader } from './zip-records.ts';

const open = (bytes: Uint8Array) => readZipDirectory(blobSource(new Blob([new Uint8Array(bytes)])));
const symbolicLink = (view: DataView) => {
  view.setUint32(38, 0o120_777 * 65_536, true);
};

test.each<[string, CraftedFile[], RegExp]>([
  ['a path out of the folder', [{ name: 'a/../../b' }], /指向文件夹之外/u],
  ['a path out of the folder in Windows’ manner', [{ name: '..\\b' }], /反斜杠/u],
  ['an absolute path', [{ name: '/etc/passwd' }], /绝对路径/u],
  ['a path with a drive', [{ name: 'C:/b' }], /绝对路径/u],
  ['an empty part', [{ name: 'a//b' }], /指向文件夹之外/u],
  ['a name with NUL', [{ name: 'a\0.html' }], /控制字符/u],
  ['a name with a line end', [{ name: 'a\nb' }], /控制字符/u],
  ['a name that reads backwards', [{ name: 'a\u202elmth.exe' }], /书写方向/u],
  ['a device of Windows', [{ name: 'data/NUL.txt' }], /设备名/u],
  ['a name that is too long', [{ name: 'x'.repeat(300) }], /过长/u],
  ['a symbolic link', [{ name: 'a', contents: '/etc', directory: symbolicLink }], /链接或设备/u],
  ['two files of one name', [{ name: 'a' }, { name: 'a' }], /同名/u],
  ['two files of one name on Windows', [{ name: 'a.html' }, { name: 'A.HTML' }], /同名/u],
  ['two files of one name on macOS', [{ name: 'e\u0301' }, { name: '\u00e9' }], /同名/u],
  [
    'overlapping files',
    [
      { name: 'a', contents: 'x'.repeat(99) },
      { name: 'b', claims: { at: 20 } },
    ],
    /重叠/u,
  ],
  ['a file beyond the end', [{ name: 'a', claims: { packed: 999, size: 999 } }], /重叠或越出/u],
  [
    'a size that cannot be reached',
    [{ name: 'a', contents: 'x', deflate: true, claims: { size: 1e9 } }],
    /不可能/u,
  ],
  ['a stored size that differs', [{ name: 'a', contents: 'xyz', claims: { size: 4 } }], /不可能/u],
  [
    'an unknown method',
    [
      {
        name: 'a',
        directory: (view) => {
          view.setUint16(10, 93, true);
        },
      },
    ],
    /压缩方法/u,
  ],
  [
    'an encrypted file',
    [
      {
        name: 'a',
        directory: (view) => {
          view.setUint16(8, 1, true);
        },
      },
    ],
    /加密/u,
  ],
  ['a folder with contents', [{ name: 'a/', contents: 'x' }], /文件夹/u],
  [
    'a name in an unstated encoding',
    [
      {
        name: '答',
        directory: (view) => {
          view.setUint16(8, 0, true);
        },
      },
    ],
    /UTF-8/u,
  ],
])('a zip with %s is refused', async (_, files, message) => {
  await expect(open(craftZip(files))).rejects.toThrow(message);
});

test.each<[string, (end: DataView) => void]>([
  [
    'more entries than its directory has',
    (end) => {
      end.setUint16(10, 9, true);
    },
  ],
  [
    'fewer entries than its directory has',
    (end) => {
      end.setUint16(10, 1, true);
    },
  ],
  [
    'a directory beyond its end',
    (end) => {
      end.setUint32(16, 0x7fff_ffff, true);
    },
  ],
  [
    'a directory larger than it is',
    (end) => {
      end.setUint32(12, 0x7fff_ffff, true);
    },
  ],
  [
    'several volumes',
    (end) => {
      end.setUint16(4, 3, true);
    },
  ],
])('a zip that claims %s is refused', async (_, change) => {
  await expect(open(craftZip([{ name: 'a' }, { name: 'b' }], change))).rejects.toThrow(
    /^zip 的?(?:目录|分成)/u,
  );
});

test('a zip that is cut off anywhere is refused', async () => {
  const zip = craftZip([{ name: 'a', contents: '虚构' }]);
  for (let length = 0; length < zip.length; length += 1)
    await expect(open(zip.subarray(0, length))).rejects.toThrow(/zip/);
});

test('a zip of another program is read, with folders, comment and fields of its own', async () => {
  const file = { name: 'a/b.txt', contents: '虚构的答复'.repeat(50), deflate: true };
  const zip = craftZip([{ name: 'a/' }, file]);
  const commented = Buffer.concat([zip, Buffer.from('comment')]);
  commented.writeUInt16LE(7, zip.length - 2);
  const source = blobSource(new Blob([commented]));
  const { entries, isOurs } = await readZipDirectory(source);
  expect(isOurs).toBe(false);
  expect(entries.map(({ name }) => name)).toEqual(['a/b.txt']);
  const [entry] = entries;
  expect(entry && (await readEntryText(source, entry, isOurs))).toBe(file.contents);
});

test('our own zip is recognised, and a changed bit of its headers is not ours any more', async () => {
  const zip = craftZip([{ name: 'a', contents: 'x' }, { name: '答' }]);
  expect((await open(zip)).isOurs).toBe(true);
  const changed = Buffer.from(zip);
  changed.writeUInt16LE(7, changed.indexOf(Buffer.of(0x50, 0x4b, 1, 2)) + 12);
  await expect(open(changed).then(({ isOurs }) => isOurs)).resolves.toBe(false);
});

test('a file that is longer than its zip says ends with an error', async () => {
  const zip = craftZip([{ name: 'a', contents: 'x'.repeat(5000), deflate: true, claims: { size: 4000 } }]);
  const source = blobSource(new Blob([zip]));
  const { entries, isOurs } = await readZipDirectory(source);
  const [entry] = entries;
  await expect(entry && readEntryText(source, entry, isOurs)).rejects.toThrow(/已损坏/u);
});

/** A zip whose files have no bytes in memory, however large they are. */
function virtualZip(sizes: readonly number[]): ByteSource {
  let at = 0;
  const entries = sizes.map((size, index) => {
    const entry = { name: `f${index}`, method: 'stored' as const, crc: index, packed: size, size, at };
    at += writeLocalHeader(entry).length + size;
    return entry;
  });
  const directory = Buffer.concat(entries.map(writeCentralHeader));
  const end = writeDirectoryEnd({ at, size: directory.length, count: entries.length });
  const tail = Buffer.concat([directory, end]);
  return {
    size: at + tail.length,
    read: (from, length) => {
      const bytes = new Uint8Array(length);
      const ahead = Math.max(0, at - from);
      if (ahead < length) bytes.set(tail.subarray(from + ahead - at, from + length - at), ahead);
      return Promise.resolve(bytes);
    },
  };
}

test.each([
  ['files beyond 4 GB', [5e9, 10, 0xffff_ffff, 0xffff_fffe, 3e9, 7]],
  ['more than 65,535 files', Array<number>(70_000).fill(1)],
  ['exactly 65,535 files', Array<number>(65_535).fill(0)],
])('%s are written with ZIP64 and read again', async (_, sizes) => {
  const { entries, isOurs } = await readZipDirectory(virtualZip(sizes));
  expect(entries.map(({ size }) => size)).toEqual(sizes);
  expect(isOurs).toBe(true);
});

test('no bytes make it fail in another way than with a message in Chinese', async () => {
  const zip = craftZip([
    { name: 'a', contents: '虚构'.repeat(20), deflate: true },
    { name: 'b/答', contents: 'x' },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), async (at, byte) => {
      const changed = Buffer.from(zip);
      changed[at] = byte;
      await open(changed).catch((error: unknown) => {
        expect(String(error)).toMatch(/zip/u);
      });
    }),
    { numRuns: 100 },
  );
});
