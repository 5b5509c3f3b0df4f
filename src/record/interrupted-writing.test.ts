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
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { injectFault, type FaultKind } from '../storage/fault-injection.fixture.ts';
import { ownToken } from '../storage/process-identity.ts';
import { mendContent, withContentLock } from './content-lock.ts';
import { writeTogether } from './writing.ts';

const dead = `.convert.partial-${2 ** 22 + 1}-5-${hostname().replaceAll(/[^\w.]/g, '_')}-0123abcd`;

const before = {
  'originals/2021/a/old.txt': '旧原件',
  'originals/2021/a/edits.json': '旧记录',
  'replies/2021/a.md': '旧答复',
};
const after = {
  'originals/2021/a/图1.png': '附图',
  'originals/2021/a/new.txt': '新原件',
  'originals/2021/a/edits.json': '新记录',
  'replies/2021/a.md': '新答复',
};

let folder: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-中断 '));
  content = join(folder, 'content');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function restart(files: Record<string, string>): void {
  rmSync(content, { recursive: true, force: true });
  mkdirSync(content);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  }
}

/** All files below the content folder, by path. */
function found(): Record<string, string> {
  const entries = readdirSync(content, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const paths = entries.map((one) => join(one.parentPath, one.name));
  return Object.fromEntries(
    paths.map((path) => [path.slice(content.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

const replace = () =>
  withContentLock(content, () =>
    writeTogether(
      content,
      Object.entries(after).map(([path, text]) => ({ path, bytes: Buffer.from(text) })),
      ['originals/2021/a/old.txt'],
    ),
  );

/** Runs work with an injected fault and returns how it ended. */
async function withFault(kind: FaultKind, step: number, work: () => Promise<unknown>): Promise<string> {
  const { halted, restore } = injectFault(kind, step, content);
  const ended = work().then(
    () => 'done',
    (error: unknown) => String(error),
  );
  const end = await Promise.race([ended, halted]);
  restore();
  if (end === 'halted') bury();
  return end;
}

/** Makes this process's unfinished work look like a dead one's. */
function bury(): void {
  const own = ownToken().slice(0, -8);
  for (const folder of [content, join(content, '.dafu-lock')])
    for (const name of existsSync(folder) ? readdirSync(folder) : [])
      if (name.includes(own))
        renameSync(join(folder, name), join(folder, name.replace(own, dead.slice(17, -8))));
}

test.each([
  ['a new letter', {}],
  ['a letter that is replaced', before],
])(
  '%s is whole after a kill at any change to the disk, and the next run repairs the folder',
  async (_, files) => {
    let finished = 0;
    for (let step = 1; ; step += 1) {
      restart(files);
      if ((await withFault('halt', step, replace)) === 'done') break;
      const left = found();
      // Whatever moment it was: a letter that is there has its original and its record.
      if (left['replies/2021/a.md'] === after['replies/2021/a.md']) expect(left).toMatchObject(after);
      finished += await mendContent(content);
      expect([files, after], `step ${step}`).toContainEqual(found());
      expect(readdirSync(content).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    expect(found()).toEqual(after);
    expect(finished).toBeGreaterThan(4);
  },
);

test('a repair that is killed itself, again and again, is finished by the next run', async () => {
  let decided = 1;
  do {
    restart(before);
    expect(await withFault('halt', decided, replace)).toBe('halted');
    decided += 1;
  } while (!Object.keys(found()).some((path) => path.endsWith('/journal.json')));
  for (let step = 1; (await withFault('halt', step, () => mendContent(content))) === 'halted'; step += 1);
  expect(found()).toEqual(after);
});

test.each(['ENOSPC', 'EROFS', 'EACCES'] as const)(
  '%s at any change: nothing is written, or the next run writes the rest',
  async (code) => {
    for (let step = 1; ; step += 1) {
      restart(before);
      const end = await withFault(code, step, replace);
      if (end === 'done') break;
      expect(end, `step ${step}`).toMatch(/写不了 .*content.*：(磁盘已满|所在的磁盘是只读的|没有权限).*请/u);
      if (end.includes('没有写入任何文件')) expect(found()).toMatchObject(before);
      else expect(end).toContain('会自动写完');
      bury();
      await mendContent(content);
      expect([before, after]).toContainEqual(found());
    }
    bury();
    await mendContent(content);
    expect(found()).toEqual(after);
  },
);

test.each([
  '../outside',
  'originals/../../outside',
  'replies/a/..\\..\\..\\outside',
  '/etc/outside',
  'site.yml',
  '.git/hooks/post-checkout',
])('a forged journal writes nothing to %j', async (to) => {
  restart(before);
  mkdirSync(join(content, dead));
  writeFileSync(join(content, dead, '0'), 'hostile');
  writeFileSync(
    join(content, dead, 'journal.json'),
    JSON.stringify({ moves: [{ from: '0', to }], removed: [] }),
  );
  expect(await mendContent(content)).toBe(0);
  expect(found()).toEqual(before);
  expect(readdirSync(folder)).toEqual(['content']);
});

test('the work of a living process is left alone', async () => {
  restart(before);
  await withContentLock(content, async () => {
    mkdirSync(join(content, dead));
    expect(await mendContent(content)).toBe(0);
    expect(readdirSync(content)).toContain(dead);
    await writeTogether(content, [{ path: 'replies/2021/b.md', bytes: Buffer.from('另一篇') }]);
  });
  expect(found()).toEqual({ ...before, 'replies/2021/b.md': '另一篇' });
});
