import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { openEditor } from '../src/setup/opened-editor.ts';
import { violations } from './support/axe.fixture.ts';
import { editorFolder, expect, test } from './support/edition.fixture.ts';
import { inventGitHub } from './support/invented-github.fixture.ts';

test.use({ folder: editorFolder });

const fixture = fileURLToPath(new URL('fixtures/replies/2020/npc-16-4-0094.md', import.meta.url));
/** An invented letter, with what editors write by hand in its frontmatter. */
const letter = readFileSync(fixture, 'utf8').replace(/^title: (.*)$/m, "# 虚构\ntitle:   '$1'   # 照原文");
const file = 'content/replies/2020/npc-16-4-0094.md';
const path: readonly string[] = ['archive', ...file.split('/')];

async function openLetter(page: Page, address: string, text = letter): Promise<void> {
  await openEditor(page, address, path, text);
  await openFirst(page);
}

/** Opens the letter from the list. */
async function openFirst(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: '0094' }).getByRole('gridcell').nth(1).click();
  await expect(page.getByRole('textbox', { name: '发文字号' })).toBeVisible();
}

/** The text is below all fields, which are shown as the form is scrolled. */
async function textOf(page: Page): Promise<Locator> {
  const text = page.getByRole('textbox', { name: '正文' });
  await page.mouse.move(640, 400);
  await expect(async () => {
    await page.mouse.wheel(0, 2000);
    await expect(text).toBeVisible({ timeout: 300 });
  }).toPass();
  return text;
}

/** What is in the repository. */
const saved = (page: Page) =>
  page.evaluate(
    async (parts) => {
      let folder = await navigator.storage.getDirectory();
      for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part);
      return (await (await folder.getFileHandle(parts.at(-1) ?? '')).getFile()).text();
    },
    [...path],
  );

const save = (page: Page) => page.getByRole('button', { name: '保存', exact: true }).click();

test.describe('on a website', () => {
  test.skip(
    ({ transport }) => transport === 'file',
    'an opened file has no origin, so it can ask no repository',
  );

  test('a saved letter differs from what it was in the changed field alone', async ({
    ownPage: page,
    address,
  }) => {
    await openLetter(page, address);
    await page.getByRole('textbox', { name: '发文字号' }).fill('虚构函〔2020〕77号');
    await save(page);
    const expected = letter.replace(/^documentNumber: .*$/m, 'documentNumber: 虚构函〔2020〕77号');
    expect(expected).not.toBe(letter);
    await expect.poll(() => saved(page)).toBe(expected);
  });

  test('a saved letter differs from what it was in the changed words of its text alone', async ({
    ownPage: page,
    address,
  }) => {
    await openLetter(page, address);
    const text = letter.slice(letter.indexOf('\n---\n') + 5).trim();
    const field = await textOf(page);
    await expect(field).toHaveValue(text);
    await field.fill(text.replace('收悉', '已收悉'));
    await save(page);
    await expect.poll(() => saved(page)).toBe(letter.replace('收悉', '已收悉'));
  });

  test('a letter that breaks a rule is not saved, and the message says why', async ({
    ownPage: page,
    address,
  }) => {
    await openLetter(page, address);
    await page.getByRole('textbox', { name: '标题' }).fill('');
    await (await textOf(page)).fill('联系人的身份证号码：11010519491231002X');
    await save(page);
    const message = page.getByRole('alertdialog');
    await expect(message).toContainText(/第 \d+ 行：.*title/u);
    expect(await saved(page)).toBe(letter);
  });

  test('the editor has no accessibility violations but two of its own', async ({
    ownPage: page,
    address,
  }) => {
    const still = { content: '* { transition: none !important; animation: none !important; }' };
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(`${address}admin/index.html`);
    // Colours are not judged on their way from one appearance to the other.
    await page.addStyleTag(still);
    await expect(page.getByRole('button', { name: '使用访问令牌登录' })).toBeVisible();
    await expect(page).toHaveTitle(/虚构的 <档案> & 其他/);
    expect(await violations(page, false)).toEqual([]);
    await openEditor(page, address, path, letter);
    await page.addStyleTag(still);
    await expect(page.getByRole('row').filter({ hasText: '0094' })).toBeVisible();
    // Sveltia CMS reads out controls of its list otherwise than it labels them, and its form begins at the second level.
    const others = async () =>
      (await violations(page, false)).filter(
        (one) => !/: (?:label-content-name-mismatch|page-has-heading-one): /.test(one),
      );
    expect(await others()).toEqual([]);
    await openFirst(page);
    expect(await others()).toEqual([]);
  });

  test('with a token, a saved letter is a commit to the named repository, and no other host is asked', async ({
    ownPage: page,
    address,
    troubles,
  }) => {
    const { asked, commits } = await inventGitHub(page, file, letter);
    await page.goto(`${address}admin/index.html`);
    await page.getByRole('button', { name: '使用访问令牌登录' }).click();
    await page.getByRole('textbox').fill('invented-token');
    await page.keyboard.press('Enter');
    await openFirst(page);
    await page.getByRole('textbox', { name: '发文字号' }).fill('虚构函〔2020〕77号');
    await save(page);
    const expected = letter.replace(/^documentNumber: .*$/m, 'documentNumber: 虚构函〔2020〕77号');
    await expect.poll(() => commits).toEqual([new Map([[file, expected]])]);
    expect([...asked]).toEqual(['https://api.github.com']);
    // The host that is asked on purpose, and the picture of the editor: the page's policy stops it before it is asked for.
    const meant = /^request: https:\/\/api\.github\.com\/|https:\/\/avatars\.githubusercontent\.com\/u\/1/;
    troubles.splice(0, troubles.length, ...troubles.filter((trouble) => !meant.test(trouble)));
  });
});

test('an offline copy says that its letters are not edited there @files', async ({
  page,
  open,
  transport,
}) => {
  test.skip(transport === 'http', 'there it is edited');
  await open('admin/index.html');
  await expect(page.getByText('网页编辑只在网站上使用')).toBeVisible();
  expect(await violations(page, false)).toEqual([]);
});

test('the files of the editor name no font of another host', () => {
  const script = readFileSync(join(editorFolder, 'admin/editor.js'), 'utf8');
  expect(script.match(/cdn\.jsdelivr\.net|fonts\.g\w+\.com/g)).toBeNull();
});
