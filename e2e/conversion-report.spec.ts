import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { completeReport } from '../src/cli/batch-report/open-report.ts';
import type { ReportedFile } from '../src/cli/batch-report/report-form.ts';
import { writeBatchPage } from '../src/cli/batch-report/report-page.ts';
import { violations } from './support/axe.fixture.ts';
import { expect, reportFolder, test } from './support/edition.fixture.ts';

test.use({ folder: reportFolder });

const hostile = '<svg onload=alert(1)>\u202e"\'&amp;.txt';
const long = '很长的文件名'.repeat(40);

function reported(file: string, more: Partial<ReportedFile>): ReportedFile {
  return {
    ...{
      file,
      status: 'written',
      doubt: 0,
      missing: [],
      fields: [],
      absent: [],
      confirm: [],
      notes: [],
      doubts: [],
    },
    ...{ edits: [], omitted: [], attachments: [], ...more },
  };
}

const message = { level: 'warning', rule: 'unread-line', line: 3, column: 2 } as const;
const files: ReportedFile[] = [
  reported('安好.txt', { letter: 'replies/2020/a.md', absent: ['outcome', 'proposal.number'] }),
  reported(hostile, {
    ...{ status: 'draft', doubt: 16, letter: 'replies/0000/reply-1a2b3c4d.md' },
    missing: [{ field: 'title', name: '标题', searched: '第 1 行的正文之前没有标题行' }],
    fields: [{ field: 'issuer', name: '发文机关', value: hostile, from: '署名', line: 9, sure: false }],
    confirm: [{ ...message, text: `“${hostile}”没有读懂` }],
    doubts: [
      { line: 4, page: 2, text: hostile, rival: '', picture: `originals/${hostile}` },
      { line: 5, page: 2, text: '图', rival: '函', picture: 'originals/2020/a/doubts/2-2.png' },
    ],
    edits: [
      {
        ...{ rule: 'han-space', label: '删去汉字间的空格', tier: 1, count: 2 },
        examples: [{ line: 4, before: ' <b>粗</b>', after: '粗' }],
      },
    ],
    omitted: [
      { why: 'site-chrome', label: '网页的导航、页脚等', count: 1, examples: [{ line: 1, text: hostile }] },
    ],
    attachments: [{ name: hostile, bytes: 2048 }],
  }),
  reported(`${long}.pdf`, { doubt: 3, confirm: [{ ...message, text: long }] }),
  reported('坏了.pdf', { status: 'failed', error: { code: 'truncated', text: `文件不完整：${hostile}` } }),
];

const pictures = new Map([
  [
    'originals/2020/a/doubts/2-2.png',
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
      'base64',
    ),
  ],
]);

// Several workers write the same page.
test.beforeAll(() => {
  mkdirSync(reportFolder, { recursive: true });
  const unfinished = join(reportFolder, `report-${process.pid}.html`);
  writeFileSync(unfinished, writeBatchPage(completeReport(files, 5), pictures));
  renameSync(unfinished, join(reportFolder, 'report.html'));
});

test('the report shows the most doubtful first, and what came from strangers as text @files', async ({
  page,
  open,
}) => {
  await open('report.html');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText([
    '坏了.pdf',
    /^<svg onload=alert\(1\)>\\u\{202e\}"'&amp;\.txt$/,
    `${long}.pdf`,
    '安好.txt',
  ]);
  await expect(page.getByRole('table', { name: '件数' })).toContainText('中途停止，没有轮到1');
  const doubtful = page.getByRole('table', { name: '要核对的' }).first();
  await expect(doubtful.getByRole('row')).toHaveText([
    '程度内容',
    '缺标题（title）：第 1 行的正文之前没有标题行',
    /^请核对第 9 行 发文机关：<svg/,
    /^请核对第 3 行第 2 列 “<svg .*没有读懂（unread-line）$/,
  ]);
  await expect(page.getByText('没有识别出：办理结果、编号。')).toBeHidden();
  await page.getByText('安好.txt').click();
  await expect(page.getByText('没有识别出：办理结果、编号。')).toBeVisible();
});

test('the report needs no script and no mouse', async ({ pageWithoutScripts, address }) => {
  await pageWithoutScripts.goto(`${address}report.html`);
  await pageWithoutScripts.keyboard.press('Tab');
  const first = pageWithoutScripts.getByText('没有读懂（unread-line）');
  await expect(first).toBeVisible();
  await pageWithoutScripts.keyboard.press('Enter');
  await expect(first).toBeHidden();
});

for (const width of [360, 768, 1440])
  test(`the report has no accessibility violations and fits ${width} pixels`, async ({ page, open }) => {
    await page.setViewportSize({ width, height: 800 });
    await open('report.html');
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth))
      .toBeLessThanOrEqual(0);
    expect(await violations(page, false)).toEqual([]);
  });
