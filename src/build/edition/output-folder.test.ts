import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EditionFolder, noFormerFiles } from './edition-folder.ts';
import { writeBuildInfo } from './build-info.ts';
import { temporaryName } from '../../storage/temporary-name.ts';
import { restoreFolder } from '../../storage/replaced-folder.ts';
import { replaceOutput } from './output-folder.ts';

let folder: string;
let out: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-out-'));
  out = join(folder, 'dist');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const build = (page: string) =>
  replaceOutput(out, async (staging) => {
    const edition = new EditionFolder(staging, noFormerFiles);
    edition.write('index.html', '', page);
    await writeBuildInfo(edition, {
      root: process.cwd(),
      site: { name: '虚构的档案', owner: '虚构的保管单位' },
      revision: {},
      issued: ['2020-05-06', undefined],
    });
  });

test('a build replaces the previous one and leaves nothing beside it', async () => {
  await build('old');
  await build('new');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('what is done meanwhile finds the new edition, and nothing is left beside it', async () => {
  await build('old');
  const found: string[] = [];
  const fill = (staging: string) => {
    writeFileSync(join(staging, 'new.html'), 'new');
    return Promise.resolve();
  };
  const meanwhile = () => {
    found.push(...readdirSync(out));
    return Promise.resolve();
  };
  await replaceOutput(out, fill, { meanwhile });
  expect(found).toEqual(['new.html']);
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('what fails meanwhile leaves the new edition, and nothing beside it', async () => {
  await build('old');
  const failing = replaceOutput(
    out,
    (staging) => {
      writeFileSync(join(staging, 'new.html'), 'new');
      return Promise.resolve();
    },
    { meanwhile: () => Promise.reject(new Error('no')) },
  );
  await expect(failing).rejects.toThrow('no');
  expect(readdirSync(folder)).toEqual(['dist']);
  expect(readdirSync(out)).toEqual(['new.html']);
});

test('a failed build leaves the previous one, and nothing beside it', async () => {
  await build('old');
  const failing = replaceOutput(out, (staging) => {
    writeFileSync(join(staging, 'index.html'), 'half');
    return Promise.reject(new Error('no'));
  });
  await expect(failing).rejects.toThrow('no');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a new edition that cannot be put in its place leaves the one before', async () => {
  await build('old');
  const vanishing = replaceOutput(out, (staging) => {
    rmSync(staging, { recursive: true });
    return Promise.resolve();
  });
  await expect(vanishing).rejects.toThrow('ENOENT');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('a file that was not written by a build is not deleted', async () => {
  await build('old');
  writeFileSync(join(out, 'CNAME'), 'archive.example');
  await expect(build('new')).rejects.toThrow('CNAME');
  expect(existsSync(join(out, 'CNAME'))).toBe(true);
});

test('a user’s folder beside the output is not touched', async () => {
  mkdirSync(`${out}.partial`);
  writeFileSync(join(`${out}.partial`, 'notes.txt'), 'mine');
  await build('new');
  expect(readFileSync(join(`${out}.partial`, 'notes.txt'), 'utf8')).toBe('mine');
});

test('the build info says what was built, and names no commit where there is none', async () => {
  await build('new');
  expect(JSON.parse(readFileSync(join(out, 'dafu-build.json'), 'utf8'))).toMatchObject({
    commit: null,
    letters: 2,
    firstIssuedOn: '2020-05-06',
    entries: [
      'archive.html',
      'dafu-build.js',
      'dafu-build.json',
      'index.html',
      'manifest-sha256.js',
      'manifest-sha256.txt',
    ],
  });
});

/** A temporary folder beside the output, named by a process that has since died. */
const abandoned = (name = 'dist') =>
  join(folder, temporaryName(name).replace(/partial-\d+-\d+/, `partial-${2 ** 22 + 1}-5`));

test('a build killed between its two renames is repaired by the next build and by serving the folder', async () => {
  for (const mend of [() => build('newer'), () => restoreFolder(out)]) {
    await build('old');
    const workshop = abandoned();
    mkdirSync(workshop);
    renameSync(out, join(workshop, 'old'));
    mkdirSync(join(workshop, 'new'));
    writeFileSync(join(workshop, 'new', 'index.html'), 'new');
    await mend();
    expect(['newer', 'old']).toContain(readFileSync(join(out, 'index.html'), 'utf8'));
  }
  await build('newest');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('the previous edition is restored even if the next build fails', async () => {
  await build('old');
  const workshop = abandoned();
  mkdirSync(workshop);
  renameSync(out, join(workshop, 'old'));
  await expect(replaceOutput(out, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['dist']);
});

test('temporary folders of killed builds are removed, those of running ones are not', async () => {
  mkdirSync(join(abandoned(), 'new', 'deep'), { recursive: true });
  const others = [
    abandoned('dist2'),
    abandoned('other'),
    `${out}.partial-backup`,
    temporaryName(out),
    `${abandoned()}.zip`,
  ];
  for (const other of others) mkdirSync(other);
  await build('new');
  expect(readdirSync(folder).sort()).toEqual([...others, out].map((path) => basename(path)).sort());
});

test('a second build of the same folder reports the first and changes nothing; other folders can be built', async () => {
  await replaceOutput(out, async (staging) => {
    await expect(build('second')).rejects.toThrow(`另一个程序正在写 ${out}。进程 ${process.pid} 正在使用`);
    await replaceOutput(join(folder, 'other'), (other) => {
      writeFileSync(join(other, 'index.html'), 'other');
      return Promise.resolve();
    });
    await restoreFolder(out);
    writeFileSync(join(staging, 'index.html'), 'first');
  });
  expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('first');
  expect(readdirSync(folder).sort()).toEqual(['dist', 'other']);
});
