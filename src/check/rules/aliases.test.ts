import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../check.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-aliases-'));
  writeFileSync(
    join(content, 'site.yml'),
    'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n',
  );
});
afterEach(() => {
  rmSync(content, { recursive: true });
});

function write(id: string, ...aliases: string[]): void {
  const file = join(content, 'replies', `${id}.md`);
  mkdirSync(dirname(file), { recursive: true });
  const lines = aliases.length === 0 ? '' : `aliases:\n${aliases.map((alias) => `  - ${alias}\n`).join('')}`;
  writeFileSync(file, `---\ntitle: 答复（虚构）\nissuer: 虚构局\n${lines}---\n\n甲代表：\n`);
}

async function check(only?: string[]): Promise<string[]> {
  const { findings } = await checkContent(content, only && { only });
  return findings.map(({ path, line, column, level, rule, text }) => {
    const file = path.slice(path.indexOf('replies/'));
    return `${file}:${line}:${column} ${level} ${rule} ${text}`;
  });
}

test('old addresses that nothing else has are in order', async () => {
  write('2019/a', '2018/a', '2019/old-name');
  write('2019/b');
  expect(await check()).toEqual([]);
});

test.each([
  ['2019/b', '是另一件答复现在的标识'],
  ['2019/a', '就是这件答复现在的标识'],
  ['2018/c', '在 replies/2018/z.md 里也写了'],
  ['2018/nul', 'Windows'],
])('%s cannot lead to 2019/a', async (alias, said) => {
  write('2018/z', '2018/c');
  write('2019/b');
  write('2019/a', alias);
  const [found, ...more] = await check();
  expect(more).toEqual([]);
  expect(found).toMatch(/^replies\/2019\/a\.md:5:5 error alias /);
  expect(found).toContain(said);
});

test('an old address that is written twice is in the way at its second place', async () => {
  write('2019/a', '2018/c', '2018/c');
  expect(await check()).toEqual([expect.stringMatching(/^replies\/2019\/a\.md:6:5 error alias .*写了两次/u)]);
});

test.each(['replies/2019/a.html', '2019/A', '2019/a_b', '2019/a-', '19/a', 'a', '/2019/a', '2019/../a'])(
  '%s is no old address',
  async (alias) => {
    write('2019/b', alias);
    expect(await check()).toEqual([
      expect.stringMatching(/^replies\/2019\/b\.md:5:5 error schema .*应写作 2019\/旧编号/u),
    ]);
  },
);

test('a letter that is checked alone is compared with the names of all others', async () => {
  write('2019/a', '2019/b');
  write('2019/b');
  expect(await check(['replies/2019/a.md'])).toEqual([
    expect.stringContaining('error alias 旧标识 2019/b 是另一件'),
  ]);
  expect(await check(['replies/2019/b.md'])).toEqual([]);
});
