import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { bareLetter, useBatch, wholeLetter } from './batch-test.fixture.ts';

const t = useBatch();

/** Letters of which three want one id, with one that lacks much and one that is none. */
function receive(): string[] {
  const letter = (number: number) => wholeLetter.replace('〔2021〕15号', `〔2021〕${number}号`);
  const files = [15, 16, 17].map((number) => t.put(`letter-${number}.txt`, letter(number)));
  return [...files, t.put('bare.txt', bareLetter), t.put('empty.txt', ''), t.put('copy.txt', letter(16))];
}

test('several files at once become what they become one by one', async () => {
  const files = receive();
  const single = [];
  for (const file of files) single.push(await t.convert([file], {}, 'single'));
  const right = filesBelow(t.content('single'));
  expect([...right.keys()].filter((name) => name.startsWith('replies'))).toHaveLength(3);
  const { code, out, err } = await t.convert(files, { jobs: 3 }, 'atonce');
  expect(code).toBe(1);
  expect(err).toBe(single.map((one) => one.err).join(''));
  const summary = '\n共 6 件：写入 3，没有转换 3。\n';
  expect(out.replaceAll('atonce', 'single')).toBe(`${single.map((one) => one.out).join('')}${summary}`);
  expect(filesBelow(t.content('atonce'))).toEqual(right);
});

test('a table states values of each and of all; one that contradicts a file is named by its place', async () => {
  const files = [
    t.put('a.txt', bareLetter),
    t.put('b.txt', wholeLetter),
    t.put('c.txt', `${bareLetter}再。\n`),
  ];
  const values = t.put(
    'values.csv',
    'file,title,issuer,issuedOn\na.txt,关于甲的答复,,\nb.txt,,别的机关,\n,,青禾县水务局,2020-09-28\n',
  );
  const { code, err } = await t.convert(files, { values, set: { title: '共用的标题' } });
  expect(code).toBe(1);
  expect(err.trim().split('\n')).toEqual([
    expect.stringMatching(/values\.csv:3:8 {2}错误 {2}set-recognised {2}\S*b\.txt：issuer 已从原件识别为/u),
  ]);
  const letters = [...filesBelow(t.content()).keys()].filter((name) => name.startsWith('replies/'));
  const titles = letters.map(
    (name) => /^title: (.*)$/m.exec(readFileSync(join(t.content(), name), 'utf8'))?.[1],
  );
  expect(titles.sort()).toEqual(['共用的标题', '关于甲的答复']);
});

test('a table with faults converts nothing, and names all of them', async () => {
  const files = [t.put('a.txt', wholeLetter)];
  const values = t.put('values.csv', 'file,issuedOn\nb.txt,去年\n');
  const { code, err } = await t.convert(files, { values });
  expect(code).toBe(1);
  expect(err.match(/values\.csv:2:\d+ {2}错误 {2}values-table/gu)).toHaveLength(2);
  expect([...filesBelow(t.content()).keys()]).toEqual(['site.yml']);
  expect((await t.convert(files, { values: join(t.state.folder, 'absent.csv') })).err).toContain(
    '没有这个文件',
  );
});

test('Ctrl-C ends the conversion between two letters, and the same command goes on', async () => {
  const files = Array.from({ length: 4 }, (_, index) =>
    t.put(`letter-${index}.txt`, wholeLetter.replace('〔2021〕15号', `〔2021〕${index + 1}号`)),
  );
  await t.convert(files, {}, 'right');
  await t.convert([], {}, 'content');
  const main = join(import.meta.dirname, '../main.ts');
  const child = spawn(process.execPath, [main, 'convert', '--content', t.content(), ...files], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let err = '';
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  child.stdout.once('data', () => child.kill('SIGINT'));
  const [code] = (await once(child, 'close')) as [number | null];
  expect(code).toBe(130);
  expect(err).toContain('已停止');
  const right = filesBelow(t.content('right'));
  const begun = filesBelow(t.content());
  expect(begun.size).toBeLessThan(right.size);
  for (const [name, bytes] of begun) expect(bytes).toEqual(right.get(name));
  expect((await t.convert(files)).code).toBe(0);
  expect(filesBelow(t.content())).toEqual(right);
});
