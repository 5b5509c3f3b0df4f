import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convert } from './convert.ts';
import { ReadError } from '../readers/reading.ts';

const letter = readFileSync(join(import.meta.dirname, 'fixtures/clean-letter/input.txt'), 'utf8');

/** The code of the error that converting throws. */
async function refusal(bytes: Uint8Array): Promise<string | undefined> {
  try {
    await convert(bytes, 'bad');
    return undefined;
  } catch (error) {
    if (error instanceof ReadError) return error.code;
    throw error;
  }
}

describe('a file that is not a letter is refused', () => {
  test.each([
    ['an empty file', '', 'empty'],
    ['white space', ' \r\n\u3000\n', 'no-letter'],
    ['a recipe', '番茄炒蛋：番茄两个，鸡蛋三个，先炒蛋，再炒番茄。', 'no-letter'],
    [
      'news about proposals',
      '市政协召开提案办理协商会，听取提案办理情况，交换意见。委员们畅所欲言。',
      'no-letter',
    ],
    [
      'a notice on proposals',
      '关于印发《云溪市提案办理办法》的通知\n各区县人民政府：\n现将《办法》印发给你们。',
      'no-letter',
    ],
    [
      'a list of titles',
      '关于市政协九届三次会议第9号提案的答复\n关于市政协九届三次会议第10号提案的答复',
      'no-letter',
    ],
    ['a broken PDF named txt', '%PDF-1.7\nstream', 'truncated'],
    [
      'a web page without a letter, named txt',
      '<!DOCTYPE html>\n<html><body>收悉</body></html>',
      'no-letter',
    ],
    ['a very long text', `${letter}\n${'长文。\n'.repeat(80_000)}`, 'too-large'],
    ['a very long line', `${letter}\n${'长'.repeat(40_000)}`, 'too-large'],
  ])('%s', async (_, text, rule) => {
    expect(await refusal(Buffer.from(text))).toBe(rule);
  });

  test('a letter cut at any byte gives a record or a refusal, never a crash', async () => {
    const bytes = Buffer.from(letter);
    const rules = new Set<string | undefined>();
    for (let length = 0; length < bytes.length; length += 7)
      rules.add(await refusal(bytes.subarray(0, length)));
    expect([...rules].sort()).toEqual(['empty', 'no-letter', 'truncated', 'undecodable', undefined]);
  });
});

test.each([
  ['marks and spaces', '一二,三 四 五六七(八)九"十"'],
  ['words of titles', '关于对的答复提案建议'],
  ['names', '陈望舒、'],
  ['sessions', '第一届'],
  ['quotations', '《“'],
  ['spaces', ' \t'],
  ['salutations', '林若水代表:您提出的'],
  ['titles on one line', '关于建议的答复 '],
  ['labels', '索引号 文号 '],
])('a hostile line of %s is converted without delay', async (_, pattern) => {
  const line = pattern.repeat(Math.floor(8000 / pattern.length));
  const { record } = await convert(Buffer.from(`${line}\n${letter}\n${line}`), 'hostile.txt');
  expect(record.frontmatter.documentNumber).toBe('云交函〔2021〕15号');
});

test('一、 and （一） on lines of their own become headings', async () => {
  const { record } = await convert(Buffer.from(letter), 'letter.txt');
  expect(record.body.match(/^#+ .*$/gm)).toEqual([
    '## 一、关于增设公交站点',
    '### （一）近期安排',
    '## 二、关于“最后一公里”',
  ]);
});
