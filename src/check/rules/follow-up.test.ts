import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../check.ts';

const letter = `---
title: 虚构市园林局关于第7号建议的答复（虚构）
issuer: 虚构市园林局
issuedOn: 2020-05-06
---

虚构代表：

虚构湖公园已有两处步道。

下一步，我局将于2021年底前建成虚构湖北岸步道。同时，我局将继续加强虚构湖的日常保洁。

我局将研究增设虚构湖的照明。
`;

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-follow-up-'));
  write('site.yml', 'name: 虚构\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n');
  write('replies/2020/npc-1-1-7.md', letter);
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

interface PlacedFinding {
  at: string;
  rule: string;
  text: string;
}

async function check(
  file: string,
  only?: readonly string[],
  name = '2020/npc-1-1-7.yml',
): Promise<PlacedFinding[]> {
  write(`follow-up/${name}`, file);
  const { findings } = await checkContent(content, only && { only });
  return findings.map(({ path, line, column, level, rule, text }) => {
    expect(path).toMatch(/follow-up\//);
    return { at: `${line}:${column} ${level}`, rule, text };
  });
}

/** A file with one record a line group, as an editor writes it. */
function records(...all: { sentence: string; on: string; state?: string }[]): string {
  const each = all.map(
    ({ sentence, on, state = '进行中' }) => `  - sentence: ${sentence}\n    state: ${state}\n    on: ${on}\n`,
  );
  return `records:\n${each.join('')}`;
}

test('records of a sentence, and of parts of sentences, are in order', async () => {
  const file = records(
    { sentence: '下一步，我局将于2021年底前建成虚构湖北岸步道。', on: '2020-09-01' },
    { sentence: '日常保洁', on: '2020-05-06' },
    { sentence: '北岸步道', on: '2021-03-04' },
  );
  expect(await check(file)).toEqual([]);
  expect(await check(file, ['follow-up/2020/npc-1-1-7.yml'])).toEqual([]);
});

test('a sentence that the letter does not have is found, with the one that was meant', async () => {
  const [found, ...more] = await check(
    records({ sentence: '2022年底前建成虚构湖北岸步道', on: '2020-09-01' }),
  );
  expect(more).toEqual([]);
  expect(found).toMatchObject({ at: '2:15 error', rule: 'follow-up-sentence' });
  expect(found?.text).toContain('是否应为“下一步，我局将于2021年底前建成虚构湖北岸步道。”？');
});

test('a part that several sentences have is found', async () => {
  const found = await check(records({ sentence: '虚构湖的', on: '2020-09-01' }));
  expect(found).toMatchObject([{ at: '2:15 error', rule: 'follow-up-sentence' }]);
  expect(found[0]?.text).toContain('2 句');
});

test('a sentence of the letter that is no commitment is a warning', async () => {
  expect(await check(records({ sentence: '已有两处步道', on: '2020-09-01' }))).toMatchObject([
    { at: '2:15 warning', rule: 'follow-up-sentence' },
  ]);
});

test('records that are not in order by date, or come before the letter, are found', async () => {
  const found = await check(
    records(
      { sentence: '北岸步道', on: '2021-03-04' },
      { sentence: '日常保洁', on: '2020-05-05' },
      { sentence: '我局将于2021年底前', on: '2020-09-01' },
    ),
  );
  expect(found).toMatchObject([
    { at: '7:9 error', rule: 'follow-up-date', text: expect.stringContaining('2020-05-06') as string },
    { at: '10:9 error', rule: 'follow-up-date', text: expect.stringContaining('2021-03-04') as string },
  ]);
});

test('two records of one sentence and day are found', async () => {
  const found = await check(
    records({ sentence: '北岸步道', on: '2021-03-04' }, { sentence: '2021年底前', on: '2021-03-04' }),
  );
  expect(found).toMatchObject([{ at: '5:15 error', rule: 'follow-up-duplicate' }]);
});

test('what is fulfilled needs evidence, and an unknown field is found by its likely name', async () => {
  expect(await check(records({ sentence: '北岸步道', on: '2021-03-04', state: '已落实' }))).toMatchObject([
    { at: '3:12 error', rule: 'schema', text: expect.stringContaining('依据') as string },
  ]);
  expect(
    await check(`${records({ sentence: '北岸步道', on: '2021-03-04' })}    evidense: 虚构\n`),
  ).toMatchObject([
    { at: '5:5 error', rule: 'unknown-field', text: expect.stringContaining('“evidence”') as string },
  ]);
  expect(await check(records({ sentence: '北岸步道', on: '2021-02-30', state: '落实' }))).toMatchObject([
    { at: '3:12 error', text: expect.stringContaining('已落实、进行中、未落实') as string },
    { at: '4:9 error', text: expect.stringContaining('没有这一天') as string },
  ]);
});

test('a file about no letter is found, with the letter that was meant', async () => {
  const file = records({ sentence: '北岸步道', on: '2021-03-04' });
  for (const only of [undefined, ['follow-up/2020/npc-1-1-8.yml']]) {
    const found = await check(file, only, '2020/npc-1-1-8.yml');
    expect(found).toMatchObject([{ at: '1:1 error', rule: 'follow-up-letter' }]);
    expect(found[0]?.text).toContain('follow-up/2020/npc-1-1-7.yml');
  }
  const [found] = await check(file, ['follow-up/1999/quite-another.yml'], '1999/quite-another.yml');
  expect(found?.text).toContain('请核对');
});

test('a file that is no record is a warning', async () => {
  expect(await check('', undefined, '2020/npc-1-1-7.yaml')).toMatchObject([
    { at: '1:1 warning', rule: 'file-name', text: expect.stringContaining('.yml') as string },
  ]);
});
