import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { readDeskPackage, type DeskPackage } from '../src/desk/desk-package.ts';
import { openReceivedLetter } from '../src/desk/received-letter.ts';
import type { SavedLetter } from '../src/record/planned-letter.ts';
import { inDepth } from '../src/setup/depth.ts';
import { violations } from './support/axe.fixture.ts';
import { deskFolder, expect, test } from './support/edition.fixture.ts';

test.use({ folder: deskFolder });

const fixtures = fileURLToPath(new URL('../src/convert/fixtures', import.meta.url));
const received = readdirSync(fixtures).flatMap((name) => {
  const file = readdirSync(join(fixtures, name)).find((one) =>
    /^input\.(?:txt|html|docx|pdf|rtf|eml|mht|xml)$/.test(one),
  );
  return file === undefined || name.startsWith('scan') ? [] : [{ name, file }];
});

const letterOf = (page: Page): Locator => page.getByRole('article');
const status = (page: Page): Locator => letterOf(page).getByRole('status');

async function drop(page: Page, name: string, file: string): Promise<void> {
  const bytes = await readFile(join(fixtures, name, file));
  const upload = { name: `${name}.${file.slice(6)}`, mimeType: 'application/octet-stream', buffer: bytes };
  await page.getByLabel('选择收到的文件').setInputFiles(upload);
  await expect(letterOf(page).getByRole('heading', { level: 2 })).toHaveText(upload.name);
  // The first file waits for the program of the worker.
  await expect(status(page)).not.toHaveText('正在识别…', { timeout: 60_000 });
}

async function save(page: Page): Promise<DeskPackage> {
  await letterOf(page)
    .getByRole('checkbox', { name: /已对照原件/ })
    .check();
  const download = page.waitForEvent('download');
  await letterOf(page).getByRole('button', { name: '保存压缩包' }).click();
  return readDeskPackage(await readFile(await (await download).path()));
}

/** Plans the letter of a file as the command line does. */
async function planOf(name: string, bytes: Buffer): Promise<SavedLetter> {
  const letter = await openReceivedLetter({ name, bytes, given: [], saved: new Map() });
  return letter.plan(letter.convert({ suggestions: [], values: {}, on: '2024-05-06' }));
}

/** One file of each kind: a kind has code of its own to load. */
const ofEachKind = [...new Map(received.map((one) => [one.file, one])).values()];

test('every received file becomes at the desk what it becomes on the command line @files', async ({
  page,
  open,
}) => {
  test.slow();
  await open('desk.html');
  let letters = 0;
  // What the program makes of files is tested without a browser: here something that it loads may be missing.
  const files = inDepth(ofEachKind, received);
  for (const { name, file } of files) {
    await drop(page, name, file);
    const bytes = await readFile(join(fixtures, name, file));
    const plan = await planOf(`${name}.${file.slice(6)}`, bytes).catch(() => undefined);
    if (plan === undefined) {
      await expect(status(page)).toHaveClass(/refused/);
      continue;
    }
    const saved = await save(page);
    expect([...saved.letter.keys()]).toEqual(plan.files.map(({ path }) => path));
    for (const { path, bytes: expected } of plan.files)
      expect(Buffer.compare(saved.letter.get(path) ?? Buffer.of(), expected), `${name}: ${path}`).toBe(0);
    letters += 1;
  }
  expect(letters).toBeGreaterThan(inDepth(5, 25));
});

test('what the file does not state is filled in, and a suggestion taken, with name and day @files', async ({
  page,
  open,
}) => {
  await open('desk.html');
  await page.getByLabel('确认人姓名（记入改动记录并公开，可以不填）').fill('虚构的编辑');
  await drop(page, 'big5', 'input.txt');
  await letterOf(page)
    .getByRole('checkbox', { name: /年份中的零/ })
    .check();
  await letterOf(page).getByLabel('发文字号').fill('云交函〔2021〕7号');
  await letterOf(page).getByLabel('索引号').press('Tab');
  await expect(status(page)).toContainText('识别完成');
  await expect(letterOf(page).getByRole('checkbox', { name: /年份中的零/ })).toBeChecked();
  const { decisions } = await save(page);
  expect(decisions).toMatchObject({ by: '虚构的编辑', values: { documentNumber: '云交函〔2021〕7号' } });
  expect(decisions.suggestions.map(({ rule }) => rule)).toEqual(['year-zero']);
});

test('after a decision the editor must look again', async ({ page, open }) => {
  await open('desk.html');
  await drop(page, 'big5', 'input.txt');
  const confirmed = letterOf(page).getByRole('checkbox', { name: /已对照原件/ });
  await confirmed.check();
  await expect(letterOf(page).getByRole('button', { name: '保存压缩包' })).toBeEnabled();
  await letterOf(page)
    .getByRole('checkbox', { name: /年份中的零/ })
    .check();
  await expect(confirmed).not.toBeChecked();
  await expect(letterOf(page).getByRole('button', { name: '保存压缩包' })).toBeDisabled();
});

test('a scan is refused with what to do, and the next file is read @files', async ({ page, open }) => {
  await open('desk.html');
  await drop(page, 'scan-png-150', 'input.png');
  await expect(status(page)).toContainText('请用 dafu convert 转换');
  await expect(letterOf(page).getByRole('button', { name: '保存压缩包' })).toBeHidden();
  await drop(page, 'clean-letter', 'input.txt');
  await expect(status(page)).toContainText('识别完成');
  await expect(page.getByRole('navigation', { name: '收到的文件' }).getByRole('button')).toHaveCount(2);
});

test('the desk has no accessibility violations', async ({ page, open }) => {
  await open('desk.html');
  await drop(page, 'big5', 'input.txt');
  expect(await violations(page, false)).toEqual([]);
});
