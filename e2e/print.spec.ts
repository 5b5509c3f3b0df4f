import type { Page } from '@playwright/test';
import { expect, test } from './support/edition.fixture.ts';
import { printedPages, type PrintedLine, type PrintedPage } from './support/printed-pages.fixture.ts';
import { each } from './support/reading.fixture.ts';

/** GB/T 9704-2012, in millimetres: the text block of 156 × 225 and its lines; body text of 3号 (16 pt). */
const block = { left: 28, top: 37, right: 184, bottom: 262 };
const linesOnPage = 22;
const charactersOnLine = 28;
const linePitch = 225 / linesOnPage;
const bodySize = 16;
const em = (bodySize / 72) * 25.4;
/** Distance of the middle of a Chinese character from its baseline. */
const middle = 0.38 * em;

const firstLetter = 'replies/2019/cppcc-12-2-283.html';
const isBody = ({ size }: PrintedLine) => Math.abs(size - bodySize) < 0.1;
const isPageNumber = ({ text }: PrintedLine) => /^—\s*\d+\s*—$/.test(text);
const isClosing = ({ text }: PrintedLine) => /^(?:转录自|原件\s*SHA-256)/.test(text);
const bodyLines = (page: PrintedPage) => page.lines.filter(isBody);
const withinOne = (measured: number | undefined, wanted: number) => {
  expect(Math.abs((measured ?? Number.NaN) - wanted), `${measured ?? ''} for ${wanted}`).toBeLessThanOrEqual(
    1,
  );
};

/** Adds paragraphs of one line to the letter. */
async function lengthen(page: Page, lines: number): Promise<void> {
  await page
    .locator('[data-letter-body] > p')
    .nth(1)
    .evaluate((second, count) => {
      for (let index = 0; index < count; index += 1) {
        const line = document.createElement('p');
        line.textContent = '虚构的一行。';
        second.after(line);
      }
    }, lines);
}

test('a printed letter has the sheet, text block, lines and characters of GB/T 9704-2012', async ({
  page,
  open,
}) => {
  await open(firstLetter);
  const pages = await printedPages(page);
  expect(pages.length).toBeGreaterThan(5);
  for (const { width, height } of pages) {
    withinOne(width, 210);
    withinOne(height, 297);
  }
  // The last page is not full, nor is the one before it if a paragraph moved to the last.
  const full = pages.slice(1, -2);
  for (const sheet of full) {
    const lines = bodyLines(sheet);
    expect(lines.length).toBeGreaterThanOrEqual(linesOnPage - 1);
    expect(lines.length).toBeLessThanOrEqual(linesOnPage);
    withinOne((lines[0]?.baseline ?? 0) - middle - linePitch / 2, block.top);
    for (const [index, line] of lines.entries()) {
      const above = lines[index - 1];
      if (above) expect(line.baseline - above.baseline).toBeCloseTo(linePitch, 0);
      expect(line.left).toBeGreaterThan(block.left - 1);
      expect(line.right).toBeLessThan(block.right + 1);
    }
  }
  // A last line of a paragraph that would be alone on the next page takes another with it.
  const whole = full.filter((sheet) => bodyLines(sheet).length === linesOnPage);
  expect(whole.length).toBeGreaterThanOrEqual(full.length / 2);
  for (const sheet of whole)
    withinOne((bodyLines(sheet).at(-1)?.baseline ?? 0) - middle + linePitch / 2, block.bottom);

  // Full lines without digits, which are narrower. A line may be a character short to keep a comma off the
  // start of the next one.
  const even = full
    .flatMap(bodyLines)
    .filter(({ text, left, right }) => /^[\p{Script=Han}、，。；]+$/u.test(text) && right > 183 && left < 29);
  const counts = even.map(({ text }) => Array.from(text).length);
  expect(Math.max(...counts)).toBe(charactersOnLine);
  expect(Math.min(...counts)).toBeGreaterThanOrEqual(charactersOnLine - 1);
  const exact = counts.filter((count) => count === charactersOnLine);
  expect(exact.length / counts.length).toBeGreaterThan(0.75);
});

test('title, headings and text have their sizes and typefaces, and page numbers their positions', async ({
  page,
  open,
}) => {
  await open(firstLetter);
  const pages = await printedPages(page);
  const [first] = pages;
  const title = first?.lines[0];
  expect(title?.text).toContain('对省政协十二届二次会议');
  expect(title?.size).toBeCloseTo(22, 0);
  withinOne(((title?.left ?? 0) + (title?.right ?? 0)) / 2, (block.left + block.right) / 2);
  const all = pages.flatMap(({ lines }) => lines);
  const heading = all.find(({ text }) => text.startsWith('二、关于引导'));
  const text = all.find((line) => isBody(line) && line.text.startsWith('2018'));
  expect(heading?.size).toBeCloseTo(bodySize, 0);
  expect(heading?.font).not.toBe(text?.font);
  for (const [index, { lines }] of pages.entries()) {
    const [number, ...others] = lines.filter(isPageNumber);
    expect(others).toEqual([]);
    expect(number?.text.replace(/\s/g, '')).toBe(`—${index + 1}—`);
    // One character in from the outer edge, with its dashes 7 mm below the text.
    if (index % 2 === 0) withinOne(number?.right, block.right - em);
    else withinOne(number?.left, block.left + em);
    withinOne((number?.baseline ?? 0) - (14 / bodySize) * middle, block.bottom + 7);
  }
});

test('address and hash are at the end of the last page, and never alone on a page', async ({
  page,
  open,
}) => {
  await open('replies/2020/npc-16-4-0094-caizheng.html');
  const lowest = (await printedPages(page)).at(-1)?.lines.findLast(isClosing);
  const free = Math.floor((block.bottom - (lowest?.baseline ?? 0)) / linePitch);
  await lengthen(page, free - 3);
  // Around the end of the sheet: each added paragraph moves the closing lines down by one line.
  for (let added = 0; added < 8; added += 1) {
    const pages = await printedPages(page);
    const last = pages.at(-1)?.lines ?? [];
    const closing = pages.flatMap(({ lines }) => lines).filter(isClosing);
    expect(last.filter(isClosing), `${added} lines more`).toEqual(closing);
    expect(closing).toHaveLength(2);
    expect(closing[0]?.text).toContain('https://archive.example/replies/2020/npc-16-4-0094-caizheng.html');
    expect(closing[1]?.text.replace(/\s/g, '')).toMatch(/[0-9a-f]{64}$/);
    const sentences = last.filter((line) => isBody(line) && !/^(?:虚构市财政局|2020\s*年7)/.test(line.text));
    expect(sentences.length, `${added} lines more`).toBeGreaterThan(0);
    await lengthen(page, 1);
  }
});

test('a printed letter has no tools, and its table and picture fit the sheet', async ({ page, open }) => {
  await open('replies/2018/npc-16-2-0031.html');
  const pages = await printedPages(page);
  const lines = pages.flatMap(({ lines: all }) => all);
  const text = lines.map((line) => line.text).join('\n');
  for (const shown of ['更正', '27.5公里', '上级专项', '虚水函〔2018〕9号'])
    expect(text.replace(/\s/g, '')).toContain(shown);
  for (const hidden of ['打印', '检索', '引用本件', '下载', '修订记录']) expect(text).not.toContain(hidden);
  for (const line of lines) {
    expect(line.left).toBeGreaterThan(block.left - 1);
    expect(line.right).toBeLessThan(block.right + 1);
  }
});

test('a printed list is a single column without navigation', async ({ page, open }) => {
  await open('years/2020.html');
  await page.emulateMedia({ media: 'print' });
  for (const section of await each(page.locator('.letter-section'))) {
    const heading = await section.getByRole('heading', { level: 2 }).boundingBox();
    const letter = await section.getByRole('link').first().boundingBox();
    expect(letter?.x).toBe(heading?.x);
    expect(letter?.y).toBeGreaterThan(heading?.y ?? Infinity);
  }
  await expect(page.locator('.list-page-letters')).toBeVisible();
  const elsewhere = page.locator('.list-page > nav, .list-formats, .pagination');
  await expect(elsewhere.filter({ visible: true })).toHaveCount(0);
});

test('the printed page on offline copies says of which archive it is, and no name of a system is left behind', async ({
  page,
  open,
}) => {
  await open('archive.html');
  const pages = await printedPages(page);
  const [first] = pages;
  expect(first?.lines.map(({ text }) => text).join('\n')).toContain('https://archive.example/archive.html');
  const systems = /^(?:Windows|macOS|Linux|SM3)/;
  for (const { lines } of pages) {
    const last = lines.filter((line) => !isPageNumber(line)).at(-1);
    expect(last?.text ?? '').not.toMatch(systems);
  }
  // The longest line of a command is one line on paper, too.
  const printed = pages.flatMap(({ lines }) => lines.map(({ text }) => text.replaceAll(/\s/g, '')));
  expect(printed.filter((line) => line.includes('不一致：$path'))).toEqual([
    expect.stringMatching(/^if\(\(Get-FileHash.*\}$/),
  ]);
});
