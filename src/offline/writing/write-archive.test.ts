import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { injectFault } from '../../storage/fault-injection.fixture.ts';
import { sha256 } from '../../storage/file-hash.ts';
import { temporaryName } from '../../storage/temporary-name.ts';
import { inventedFiles, inventedInfo, writeEdition } from '../edition.fixture.ts';
import { programOrSkip, runProgram } from '../programs.fixture.ts';
import { writeArchive } from './write-archive.ts';

let folder: string;
let edition: string;
let zip: string;
const bagName = 'dafu.example.org-archive-2026-03-05';
const written = ['SHA256SUMS', `${bagName}.zip`, 'newest.js'];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 副本 '));
  edition = writeEdition(
    join(folder, 'dist'),
    inventedFiles().set('large.csv', '虚构,数据\n'.repeat(700_000)),
  );
  zip = (await writeArchive({ edition, out: join(folder, 'out') })).zip;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('the zip is named after the archive and its day, and SHA256SUMS lists it', () => {
  expect(readdirSync(join(folder, 'out')).sort()).toEqual(written);
  expect(readFileSync(join(folder, 'out', 'SHA256SUMS'), 'utf8')).toBe(
    `${sha256(readFileSync(zip))}  ${bagName}.zip\n`,
  );
});

test('what a page states of the zip is in a script beside it', () => {
  const bytes = readFileSync(zip);
  const handed: unknown[] = [];
  runInNewContext(readFileSync(join(folder, 'out', 'newest.js'), 'utf8'), {
    __dafu: (...values: unknown[]) => handed.push(...values),
  });
  expect(handed).toEqual([
    'newest',
    {
      ...{ name: `${bagName}.zip`, size: bytes.length, day: '2026-03-05' },
      ...{ sha256: sha256(bytes), sm3: createHash('sm3').update(bytes).digest('hex') },
      manifest: sha256(readFileSync(join(edition, 'manifest-sha256.txt'))),
    },
  ]);
});

describe('with a note of the last run', () => {
  let place: string;
  const note = () => ({ file: join(place, 'note'), program: '1' });
  const archive = (more: Partial<Parameters<typeof writeArchive>[0]> = {}) =>
    writeArchive({ edition: join(place, 'dist'), out: join(place, 'out'), note: note(), ...more });
  beforeEach(async () => {
    place = mkdtempSync(join(tmpdir(), 'dafu 沿用 '));
    writeEdition(join(place, 'dist'));
    expect(await archive()).toMatchObject({ isKept: false });
  });
  afterEach(() => {
    rmSync(place, { recursive: true });
  });
  const state = () => {
    const { ino, mtimeMs } = statSync(join(place, 'out', `${bagName}.zip`));
    return [ino, mtimeMs];
  };
  test('the zip of the same edition is kept, and what is beside it is written again', async () => {
    const before = filesBelow(join(place, 'out'));
    const identity = state();
    rmSync(join(place, 'out', 'SHA256SUMS'));
    expect(await archive()).toMatchObject({ isKept: true, files: 19 });
    expect(state()).toEqual(identity);
    expect(filesBelow(join(place, 'out'))).toEqual(before);
  });
  test.each<[string, () => void]>([
    [
      'another edition',
      () => {
        rmSync(join(place, 'dist'), { recursive: true });
        writeEdition(join(place, 'dist'), inventedFiles(3));
      },
    ],
    [
      'a damaged zip',
      () => {
        spoil(join(place, 'out', `${bagName}.zip`));
      },
    ],
    [
      'a damaged note',
      () => {
        spoil(join(place, 'note'));
      },
    ],
    [
      'a zip that is gone',
      () => {
        rmSync(join(place, 'out', `${bagName}.zip`));
      },
    ],
  ])('%s is packed anew', async (_, change) => {
    change();
    expect(await archive()).toMatchObject({ isKept: false });
    expect(readFileSync(join(place, 'out', 'SHA256SUMS'), 'utf8')).toContain(
      sha256(readFileSync(join(place, 'out', `${bagName}.zip`))),
    );
  });
  test('another version of the program packs anew', async () => {
    expect(await archive({ note: { ...note(), program: '2' } })).toMatchObject({ isKept: false });
  });
});

function spoil(path: string): void {
  const bytes = readFileSync(path);
  bytes[100] = (bytes[100] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

const python = programOrSkip('python3');
test.runIf(python)('an independent implementation finds a valid bag', () => {
  const script = join(import.meta.dirname, '..', 'fixtures', 'validate_bag.py');
  const { status, output } = runProgram(python ?? '', [script, zip]);
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(output).toMatch(/^valid .*manifest-sha256\.txt.*tagmanifest-sha256\.txt/);
});

const unpackers = [
  ['unzip', programOrSkip('unzip'), (into: string) => ['-q', zip, '-d', into]],
  ['7z', programOrSkip('7zz', '7z'), (into: string) => ['x', '-y', '-bd', `-o${into}`, zip]],
  ['bsdtar', programOrSkip('bsdtar'), (into: string) => ['-xf', zip, '-C', into]],
  ['Python', python, (into: string) => ['-m', 'zipfile', '-e', zip, into]],
] as const;

describe.each(unpackers)('%s', (_name, program, words) => {
  test.runIf(program)('unpacks the files of the edition, and one Chinese name at the top', () => {
    const into = mkdtempSync(join(folder, 'unpacked '));
    const env = { ...process.env, LC_ALL: 'C.UTF-8' };
    expect(runProgram(program ?? '', words(into), { env })).toMatchObject({ status: 0 });
    expect(readdirSync(into)).toEqual([bagName]);
    expect(filesBelow(join(into, bagName, 'data'))).toEqual(filesBelow(edition));
    const top = readdirSync(join(into, bagName)).filter((name) => !/^[\x21-\x7e]+$/.test(name));
    expect(top).toEqual(['打开档案.html']);
    expect(readFileSync(join(into, bagName, '打开档案.html'), 'utf8')).toContain('url=data/index.html');
    rmSync(into, { recursive: true });
  });
});

test('another place, time and time zone give the same zip', async () => {
  const there = mkdtempSync(join(tmpdir(), 'elsewhere-'));
  cpSync(edition, join(there, 'x'), { recursive: true });
  const zone = process.env.TZ;
  process.env.TZ = 'America/St_Johns';
  try {
    const other = await writeArchive({ edition: join(there, 'x'), out: join(there, 'out') });
    expect(readFileSync(other.zip).equals(readFileSync(zip))).toBe(true);
  } finally {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    rmSync(there, { recursive: true });
  }
});

describe('what is not an edition as it was built', () => {
  let bad: string;
  const out = () => join(bad, 'out');
  beforeEach(() => {
    bad = mkdtempSync(join(tmpdir(), 'dafu-坏 '));
    writeEdition(join(bad, 'dist'));
  });
  afterEach(() => {
    rmSync(bad, { recursive: true, force: true });
  });
  const refused = async (message: RegExp, place = join(bad, 'dist')) => {
    await expect(writeArchive({ edition: place, out: out() })).rejects.toThrow(message);
    expect([...filesBelow(bad).keys()].filter((path) => path.startsWith('out/'))).toEqual([]);
  };
  test('a changed file is refused by name', async () => {
    writeFileSync(join(bad, 'dist', 'index.html'), 'changed');
    await refused(/index\.html.*没有打包/u);
  });
  test('an extra file is refused by name', async () => {
    writeFileSync(join(bad, 'dist', 'extra.html'), '');
    await refused(/extra\.html/u);
  });
  test('a link is refused by name', async () => {
    symlinkSync('/etc/passwd', join(bad, 'dist', 'link.txt'));
    await refused(/link\.txt/u);
  });
  test('an empty folder is refused', async () => {
    mkdirSync(join(bad, 'empty'));
    await refused(/没有已构建的网站/u, join(bad, 'empty'));
  });
  test('an output folder inside the edition is refused', async () => {
    await expect(writeArchive({ edition: join(bad, 'dist'), out: join(bad, 'dist', 'out') })).rejects.toThrow(
      /把自己包进去/u,
    );
  });
});

describe('a disk that fails', () => {
  let place: string;
  let sound: Buffer;
  let edition: string;
  beforeAll(async () => {
    edition = writeEdition(join(folder, 'small'));
    sound = readFileSync((await writeArchive({ edition, out: join(folder, 'small-out') })).zip);
  });
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'dafu-盘 '));
  });
  afterEach(() => {
    rmSync(place, { recursive: true, force: true });
  });
  const target = () => join(place, `${bagName}.zip`);

  test('stopped at any change of the disk, the zip is whole or not there, and the next run ends well', async () => {
    const seen = new Set<string>();
    for (let step = 1; ; step += 1) {
      const { halted, restore } = injectFault('halt', step, place);
      const archiving = writeArchive({ edition, out: place }).then(() => 'done' as const);
      const end = await Promise.race([halted, archiving]);
      restore();
      const names = readdirSync(place);
      seen.add(
        names
          .map((name) => name.replace(/\.partial-.*/, '.partial'))
          .sort()
          .join(' '),
      );
      if (names.includes(`${bagName}.zip`)) expect(readFileSync(target()).equals(sound)).toBe(true);
      if (end === 'done') break;
      rmSync(place, { recursive: true });
    }
    expect(seen.size).toBeGreaterThanOrEqual(3);
  });

  test.each(['ENOSPC', 'EROFS', 'EACCES'] as const)(
    '%s leaves the old zip and nothing else',
    async (kind) => {
      await writeArchive({ edition, out: place });
      for (const step of [1, 2, 3, 4]) {
        const { restore } = injectFault(kind, step, place);
        await expect(writeArchive({ edition, out: place })).rejects.toMatchObject({ code: kind });
        restore();
        if (kind === 'ENOSPC') expect(readdirSync(place).sort()).toEqual(written);
        expect(readFileSync(target()).equals(sound)).toBe(true);
      }
    },
  );

  test('what a killed process left is removed', async () => {
    const left = temporaryName(target()).replace(/partial-\d+-\d+-/, 'partial-4194305-5-');
    writeFileSync(left, 'half');
    await writeArchive({ edition, out: place });
    expect(readdirSync(place).sort()).toEqual(written);
  });
});

test('an edition without a day or an address has a name all the same', async () => {
  const other = writeEdition(join(folder, 'undated'), inventedFiles(), {
    ...inventedInfo,
    ...{ url: null, day: null, commit: null },
  });
  const written = await writeArchive({ edition: other, out: join(folder, 'undated-out') });
  expect(written.zip).toMatch(/dafu-archive-uncommitted\.zip$/);
});
