import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { copySmallContent } from '../src/content-files/small-content.fixture.ts';
import { offered, quickFindBox } from './support/quick-find-locators.fixture.ts';
import { items, query } from './support/search-locators.fixture.ts';

const root = join(import.meta.dirname, '..');

test.skip(() => test.info().project.name === 'file', 'a server: there is nothing to open as a file');

let work: string;
let server: ChildProcess | undefined;

test.beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'dafu-dev-'));
});
test.afterEach(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  rmSync(work, { recursive: true, force: true });
});

const letter = (text: string) =>
  `---\ntitle: 虚构市教育局关于第31号建议的答复\nissuer: 虚构市教育局\nissuedOn: 2019-05-06\n---\n\n甲代表：\n\n${text}\n`;

/** Starts `dafu dev`. @returns The preview's address. */
async function start(content: string): Promise<string> {
  const args = [join(root, 'src/cli/main.ts'), 'dev', '--content', content, '--port', '0'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  server = child;
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  await expect.poll(() => said, { timeout: 150_000 }).toContain('列表和检索已更新');
  return /http:\S+/.exec(said)?.[0] ?? '';
}

test('what an editor saves is shown without loading the page by hand, mistakes too', async ({ page }) => {
  const content = join(work, 'content');
  copySmallContent(content);
  const file = (id: string) => join(content, `replies/${id}.md`);
  writeFileSync(file('2019/a'), letter('这是第一稿。'));
  const address = await start(content);

  await page.goto(`${address}replies/2019/a.html`);
  await expect(page.getByText('这是第一稿。')).toBeVisible();
  writeFileSync(file('2019/a'), letter('这是第二稿。'));
  await expect(page.getByText('这是第二稿。')).toBeVisible();

  // A mistake is said in the page, which stays; mended, both are gone.
  writeFileSync(file('2019/a'), letter('这是第三稿。').replace('issuer: ', 'issuer：'));
  await expect(page.getByRole('alert')).toContainText('2019/a.md:3');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('第31号');
  writeFileSync(file('2019/a'), letter('这是第三稿。'));
  await expect(page.getByText('这是第三稿。')).toBeVisible();
  await expect(page.getByRole('alert')).toBeHidden();

  // A draft is shown, and says that it is one.
  writeFileSync(file('2019/b'), letter('甲乙丙丁四事。').replace('title:', 'draft: true\ntitle:'));
  await expect(async () => {
    await page.goto(`${address}replies/2019/b.html`);
    await expect(page.getByRole('status').filter({ hasText: '草稿' })).toBeVisible({ timeout: 1000 });
  }).toPass();

  // Published, it is found by both searches.
  writeFileSync(file('2019/b'), letter('甲乙丙丁四事。'));
  await expect(page.getByRole('status').filter({ hasText: '草稿' })).toBeHidden();
  await page.goto(address + query([['q', '甲乙丙丁四事']]));
  await expect(items(page)).toHaveCount(1, { timeout: 60_000 });
  await quickFindBox(page).fill('第31号建议');
  await expect(offered(page).first()).toContainText('第31号');

  // Removed, it is gone from its address and from the search.
  await page.goto(`${address}replies/2019/b.html`);
  rmSync(file('2019/b'));
  await expect(page.getByRole('heading', { name: /没有/ })).toBeVisible({ timeout: 60_000 });
  await page.goto(address + query([['q', '甲乙丙丁四事']]));
  await expect(items(page)).toHaveCount(0);
});

test('a letter with an error holds back itself alone', async ({ page }) => {
  const content = join(work, 'content');
  copySmallContent(content);
  const file = (id: string) => join(content, `replies/${id}.md`);
  const wrong = letter('丙丁戊己四事。').replace('issuer: ', 'issuer：').replace('31', '32');
  writeFileSync(file('2019/a'), letter(`甲乙丙丁四事，另见[另一件](b.html)。`));
  writeFileSync(file('2019/b'), wrong);
  const address = await start(content);

  // Lists and searches have the other letters, and those that are saved meanwhile.
  await page.goto(address + query([['q', '甲乙丙丁四事']]));
  await expect(items(page)).toHaveCount(1);
  await expect(page.getByRole('alert')).toContainText('2019/b.md:3');
  writeFileSync(file('2019/a'), letter(`庚辛壬癸四事，另见[另一件](b.html)。`));
  await page.goto(address + query([['q', '庚辛壬癸四事']]));
  await expect(items(page)).toHaveCount(1, { timeout: 60_000 });

  // The letter itself says that it has errors, until it has none.
  await page.goto(`${address}replies/2019/b.html`);
  await expect(page.getByRole('heading', { name: '2019/b 有错误' })).toBeVisible();
  await expect(page.getByRole('alert')).toContainText('2019/b.md:3');
  writeFileSync(file('2019/b'), wrong.replace('issuer：', 'issuer: '));
  await expect(page.getByText('丙丁戊己四事。')).toBeVisible();
  await page.goto(address + query([['q', '丙丁戊己四事']]));
  await expect(items(page)).toHaveCount(1, { timeout: 60_000 });
  await expect(page.getByRole('alert')).toBeHidden();
});
