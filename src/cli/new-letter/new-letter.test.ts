import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkContent } from '../../check/check.ts';
import { joinAnswers, questions, wordingOf, type Question } from './answers.ts';
import { readStatedValue } from '../../convert/stated-value.ts';
import { writeNewLetter } from './write-new-letter.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-new-'));
  cpSync('content/site.yml', join(content, 'site.yml'));
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

function question(flag: string): Question {
  const found = questions.find((one) => one.flag === flag);
  if (!found) throw new Error(flag);
  return found;
}

const typed = {
  '--title': '虚构市教育局关于市人大十四届二次会议第15号建议的答复（虚构）',
  '--issuer': '虚构市教育局',
  '--issued-on': '二〇二〇年五月六日',
  '--document-number': '虚教【2020】5号',
  '--assembly': '人大',
  '--term': '第十四届',
  '--session': '2',
  '--number': '第015号',
  '--kind': '建议',
  '--recipients': '尊敬的甲乙代表、丙丁委员',
};

function frontmatterOf(more: Record<string, string> = {}) {
  return joinAnswers(
    new Map(
      Object.entries({ ...typed, ...more }).map(([flag, text]) => {
        const answer = readStatedValue(question(flag).field, text);
        if ('fault' in answer) throw new Error(answer.fault);
        return [question(flag), answer.value];
      }),
    ),
  );
}

test('answers are written as the contract has them, as a draft, and pass the check', async () => {
  expect(await writeNewLetter(content, frontmatterOf())).toEqual({ path: 'replies/2020/npc-14-2-015.md' });
  const text = readFileSync(join(content, 'replies/2020/npc-14-2-015.md'), 'utf8');
  expect(text).toContain('documentNumber: 虚教〔2020〕5号\n');
  expect(text).toContain('issuedOn: 2020-05-06\n');
  expect(text).toContain('  number: "015"\n');
  expect(text).toContain('recipients:\n  - 甲乙\n  - 丙丁\ndraft: true\n---\n\n甲乙代表、丙丁代表：\n');
  expect((await checkContent(content)).findings).toEqual([]);
});

test('no letter is overwritten, and nothing is left beside it', async () => {
  await writeNewLetter(content, frontmatterOf());
  const before = readdirSync(content).sort();
  const other = frontmatterOf({ '--title': '另一件（虚构）' });
  await expect(writeNewLetter(content, other)).rejects.toThrow('已经有了，没有覆盖');
  expect(readdirSync(content).sort()).toEqual(before);
  expect(await writeNewLetter(content, other, 'npc-14-2-015-2')).toEqual({
    path: 'replies/2020/npc-14-2-015-2.md',
  });
});

test('a letter in which the check finds an error is not written', async () => {
  const written = await writeNewLetter(content, frontmatterOf({ '--title': '虚构\u200b的答复' }));
  expect('findings' in written && written.findings.map(({ rule }) => rule)).toEqual(['hidden-character']);
  expect(readdirSync(content)).toEqual(['site.yml']);
});

test.each([
  ['--issued-on', '2020-02-30', '成文日期：没有这一天。'],
  ['--issued-on', '去年', '成文日期：日期应写作 2019-06-10 的形式。'],
  ['--term', '很多', '届：应为数字。'],
  ['--outcome', 'A类', '办理结果：应为一个大写字母，细分的带一位数字（A1），或甲、乙、丙、丁。'],
  ['--title', ' ', '标题：不能为空。'],
])('%s %s is answered by what is wrong', (flag, text, fault) => {
  expect(readStatedValue(question(flag).field, text)).toEqual({ fault });
});

test('every question has words of its own in Chinese', () => {
  const wordings = questions.map(wordingOf);
  for (const wording of wordings) expect(wording).toMatch(/^[\p{Script=Han} ]+（.{3,}）$/u);
  expect(new Set(wordings).size).toBe(wordings.length);
});
