import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bareLetter, useBatch, wholeLetter } from '../batch/batch-test.fixture.ts';
import { completeReport } from './open-report.ts';
import { batchReportSchema, type BatchReport } from './report-form.ts';

const t = useBatch();
const report = (name: string) => readFileSync(join(t.state.folder, 'report', name), 'utf8');
const json = (): BatchReport => batchReportSchema.parse(JSON.parse(report('report.json')));

test('a report names what to confirm of every file, most doubtful first', async () => {
  const hostile = '<svg onload=alert(1)>\u202e&amp;.txt';
  const files = [
    t.put('whole.txt', wholeLetter),
    t.put(hostile, wholeLetter.replace('〔2021〕15号', '〔2021〕16号').replace('已经', '己经<b>粗</b>')),
    t.put('bare.txt', bareLetter),
    t.put('empty.txt', ''),
  ];
  const { code, out } = await t.convert(files, { draft: true, report: join(t.state.folder, 'report') });
  expect(code).toBe(1);
  expect(out).toContain('共 4 件：写入 0，草稿 3，没有转换 1。\n还缺必填项的草稿（1）：\n');
  const { counts, files: reported } = json();
  expect(counts).toEqual({ files: 4, written: 0, drafts: 3, unchanged: 0, failed: 1, left: 0 });
  expect(reported[0]).toMatchObject({ status: 'failed', error: { code: 'empty' } });
  expect(reported[1]?.file).toContain('bare.txt');
  expect(reported[1]).toMatchObject({ status: 'draft', missing: [{ field: 'title' }, {}, {}] });
  expect(reported[1]?.absent).toContain('documentNumber');
  const doubts = reported.slice(1).map(({ doubt }) => doubt);
  expect(doubts).toEqual(doubts.toSorted((a, b) => b - a));
  const whole = reported.find(({ file }) => file.endsWith('whole.txt'));
  expect(whole?.letter).toBe('replies/2021/cppcc-9-3-36.md');
  expect(whole?.fields).toContainEqual({
    ...{ field: 'issuer', name: '发文机关', value: '云溪市交通运输局', from: '署名', line: 23, sure: true },
  });
  // Nothing that came from outside is markup, and nothing is hidden.
  const page = report('report.html');
  expect(page).toContain('&#60;svg onload=alert(1)&#62;\\u{202e}&#38;amp;.txt');
  expect(page).not.toMatch(/<(?:svg|script|b|img)[\s>]/u);
  expect(readdirSync(join(t.state.folder, 'report')).sort()).toEqual(['report.html', 'report.json']);
});

test('a folder that cannot be made is said before anything is converted', async () => {
  const file = t.put('whole.txt', wholeLetter);
  const taken = t.put('taken', '');
  await expect(t.convert([file], { report: join(taken, 'report') })).rejects.toThrow('没有写入转换报告');
  expect(readdirSync(t.content())).toEqual(['site.yml']);
});

test('what was not reached is counted', () => {
  expect(completeReport([], 7).counts).toMatchObject({ files: 7, left: 7 });
});

test('the same files give the same report, however many processes convert them', async () => {
  const letters = [1, 2, 3, 4].map((number) =>
    t.put(`letter-${number}.txt`, wholeLetter.replace('〔2021〕15号', `〔2021〕${number}号`)),
  );
  const options = { report: join(t.state.folder, 'report') };
  await t.convert(letters, { ...options, jobs: 1 }, 'one');
  const first = report('report.json');
  await t.convert(letters, { ...options, jobs: 3 }, 'several');
  expect(report('report.json')).toBe(first);
});
