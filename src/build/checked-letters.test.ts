import fc from 'fast-check';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { checkContent } from '../check/check.ts';
import { inDepth } from '../setup/depth.ts';
import { sha256 } from '../storage/file-hash.ts';
import { checkedLetters } from './checked-letters.ts';

const site = 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n';

let folder: string;
let content: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-checked-'));
  content = join(folder, 'content');
});
afterEach(() => {
  vi.useRealTimers();
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

function remove(path: string): void {
  rmSync(join(content, path), { recursive: true, force: true });
}

function letter(at: number, more = '', text = '甲代表：\n'): string {
  return `---\ntitle: 虚构市教育局关于第${at}号建议的答复\nissuer: 虚构市教育局\n${more}---\n\n${text}`;
}

const received = '甲代表：\n';
const named = (at: number) =>
  letter(at, `source:\n  file: 2020/a${at}/a.txt\n  sha256: ${sha256(received)}\n`);
const record = (...attachments: string[]) =>
  JSON.stringify({
    ...{ sha256: sha256(received), decoded: received, edits: [], dropped: [] },
    attachments: attachments.map((name) => ({ name, sha256: sha256(name), bytes: name.length })),
  });

/** What editors do to the files of the letter of a number. */
const edits: Record<string, (at: number, other: number) => void> = {
  reword: (at, other) => {
    write(`replies/2020/a${at}.md`, letter(at, '', `乙代表：\n\n第${other}次。\n`));
  },
  html: (at) => {
    write(`replies/2020/a${at}.md`, letter(at, '', '<div>甲代表</div>\n\n*乙*\n'));
  },
  break: (at) => {
    write(`replies/2020/a${at}.md`, '---\ntitle: "虚构\n---\n');
  },
  number: (at, other) => {
    write(`replies/2020/a${at}.md`, letter(at, `documentNumber: 虚教复〔2020〕${other}号\n`));
  },
  alias: (at, other) => {
    write(`replies/2020/a${at}.md`, letter(at, `aliases:\n  - 2020/a${other}\n`));
  },
  withdraw: (at) => {
    write(`replies/2020/a${at}.md`, letter(at, 'withdrawn:\n  on: 2021-01-02\n  reason: 虚构\n', ''));
  },
  remove: (at) => {
    remove(`replies/2020/a${at}.md`);
  },
  twin: (at) => {
    write(`replies/2021/a${at}.md`, letter(at));
  },
  receive: (at) => {
    write(`replies/2020/a${at}.md`, named(at));
    write(`originals/2020/a${at}/a.txt`, received);
    write(`originals/2020/a${at}/edits.json`, record());
  },
  draft: (at) => {
    write(`replies/2020/a${at}.md`, named(at).replace('issuer:', 'isuer:'));
  },
  original: (at, other) => {
    write(`originals/2020/a${at}/a.txt`, `${received}${other}`);
  },
  attach: (at, other) => {
    write(`originals/2020/a${at}/edits.json`, record('b.txt', `${other}.txt`));
  },
  attachment: (at, other) => {
    write(`originals/2020/a${at}/b.txt`, other % 2 === 0 ? 'b.txt' : '虚构');
  },
  damageRecord: (at) => {
    write(`originals/2020/a${at}/edits.json`, '{"attachments": [');
  },
  loseOriginal: (at) => {
    remove(`originals/2020/a${at}/a.txt`);
  },
  loseRecord: (at) => {
    remove(`originals/2020/a${at}/edits.json`);
  },
  loseAll: (at) => {
    remove(`originals/2020/a${at}`);
  },
  follow: (at) => {
    write(`follow-up/2020/a${at}.yml`, 'records:\n  - sentence: 虚构\n    on: 2021-01-02\n    state: done\n');
  },
  unfollow: (at) => {
    remove(`follow-up/2020/a${at}.yml`);
  },
};

function check(): Promise<unknown> {
  const readLetters = checkedLetters({ content, cache: join(folder, 'cache'), program: '虚构' });
  return checkContent(content, { readLetters }).then(({ findings }) => findings);
}

/** Some milliseconds later than the files were written: only then their fingerprints are taken for settled. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 30));

// More letters than one thread is given at once, and fewer than for which one is started.
test.each([
  [60, inDepth(1, 2)],
  [0, inDepth(5, 15)],
])('whatever is edited beside %d letters, threads and cache change no finding', async (more, numRuns) => {
  const number = fc.nat({ max: 3 });
  const edit = fc.tuple(fc.constantFrom(...Object.keys(edits)), number, number);
  const round = fc.array(edit, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 2, maxLength: 4 }), async (rounds) => {
      rmSync(folder, { recursive: true, force: true });
      write('site.yml', site);
      for (let at = 0; at < 4 + more; at += 1) write(`replies/2020/a${at}.md`, letter(at));
      for (const edited of rounds) {
        for (const [kind, at, other] of edited) edits[kind]?.(at, other);
        await settle();
        expect(await check(), JSON.stringify(edited)).toEqual((await checkContent(content)).findings);
      }
    }),
    { numRuns },
  );
});

test.each(['original', 'damageRecord', 'attachment', 'attach', 'loseOriginal', 'follow', 'withdraw'])(
  'a letter is read again after %s, and nothing else',
  async (kind) => {
    write('site.yml', site);
    for (const earlier of ['receive', 'attach', 'attachment']) edits[earlier]?.(1, 2);
    await settle();
    const before = await check();
    edits[kind]?.(1, 3);
    const after = await check();
    expect(after).toEqual((await checkContent(content)).findings);
    expect(after).not.toEqual(before);
  },
);

/** The file of the cache in which there is a text. */
async function cacheFile(text: string): Promise<string> {
  const letters = join(folder, 'cache', 'letters');
  const entries = await readdir(letters, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const found = files.find((file) => readFileSync(file, 'utf8').includes(text));
  if (found === undefined) throw new Error(`no file of the cache has ${text}`);
  return found;
}

test('letters that were not changed are not read again', async () => {
  write('site.yml', site);
  for (const at of [1, 2]) write(`replies/2020/a${at}.md`, letter(at));
  await settle();
  await check();
  const file = await cacheFile('"name":"2020/a1.md"');
  const before = readFileSync(file, 'utf8');
  // What is in the cache is believed: so it is seen that it is used.
  const forged = before
    .slice(64)
    .replace('"findings":[]', '"findings":[{"path":"虚构","line":1,"column":1}]');
  writeFileSync(file, sha256(forged) + forged);
  expect(await check()).toEqual([{ path: '虚构', line: 1, column: 1 }]);
});

test('a damaged cache is noticed and made anew', async () => {
  write('site.yml', site);
  write('replies/2020/a.md', letter(1, '', '<div>甲</div>\n'));
  await settle();
  const cold = await check();
  const file = await cacheFile('"name":"2020/a.md"');
  const whole = readFileSync(file);
  const damaged = Buffer.from(whole);
  const last = damaged.length - 40;
  damaged[last] = (damaged[last] ?? 0) ^ 1;
  writeFileSync(file, damaged);
  const onDamage = vi.fn();
  const readLetters = checkedLetters({ content, cache: join(folder, 'cache'), program: '虚构', onDamage });
  expect((await checkContent(content, { readLetters })).findings).toEqual(cold);
  expect(onDamage).toHaveBeenCalledOnce();
  expect(readFileSync(file)).toEqual(whole);
});

test('a day that was in the future is judged again when it has come', async () => {
  write('site.yml', site);
  write('replies/2031/a.md', letter(1, 'issuedOn: 2031-01-02\n'));
  await settle();
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-01-01T12:00:00+08:00') });
  expect(await check()).toMatchObject([{ rule: 'future-date' }]);
  vi.setSystemTime(new Date('2031-01-02T12:00:00+08:00'));
  expect(await check()).toEqual([]);
});
