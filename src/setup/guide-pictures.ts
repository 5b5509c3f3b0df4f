// Takes the pictures of the editors' guide from the program itself: an archive is made, a letter is converted, checked
// and built. node src/setup/guide-pictures.ts
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import sharp from 'sharp';
import { makeArchive } from '../init/new-archive.ts';
import { programRoot } from '../program/program-folder.ts';
import { serveEdition } from '../serve/server.ts';
import { browserToLaunch } from './browser.ts';
import { openEditor } from './opened-editor.ts';

const guide = join(programRoot, 'content/pages/guide');
const example = 'originals/2024/cppcc-2-3-12/示例答复.txt';
const work = mkdtempSync(join(tmpdir(), 'dafu-guide-'));
const archive = await makeArchive(join(work, '我的档案'), { version: '1.0.0' });
const content = join(archive, 'content');

const executablePath = browserToLaunch();
const browser = await chromium.launch({
  ...(executablePath !== undefined && { executablePath }),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({
  viewport: { width: 1100, height: 720 },
  locale: 'zh-CN',
  colorScheme: 'light',
});

try {
  // The received file as an editor has it, and no letter yet.
  cpSync(join(content, example), join(archive, '收到的文件.txt'));
  for (const folder of ['replies', 'originals']) rmSync(join(content, folder), { recursive: true });
  await showTerminal('convert', ['convert', '收到的文件.txt']);

  const letter = join(content, 'replies/2024/cppcc-2-3-12.md');
  const right = readFileSync(letter, 'utf8');
  writeFileSync(letter, right.replace('issuedOn: 2024-06-28', 'issuedOn: 2024年6月28日'));
  await showTerminal('check', ['check']);
  writeFileSync(letter, right);

  const built = dafu('build', '--quiet');
  if (built.status !== 0) throw new Error(built.output);
  await show('letter', 'replies/2024/cppcc-2-3-12.html');
  await show('comparison', 'replies/2024/cppcc-2-3-12.compare.html');
  await show('search', `search.html?q=${encodeURIComponent('老年助餐')}`, async () => {
    await page.locator('ol[data-results][data-state="done"]').waitFor();
  });
  await showEditor('editor', letter);
} finally {
  await browser.close();
  rmSync(work, { recursive: true, force: true });
}

function dafu(...args: string[]): { status: number | null; output: string } {
  const program = join(programRoot, 'src/cli/main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: archive,
    encoding: 'utf8',
  });
  return { status, output: stdout + stderr };
}

async function show(name: string, path: string, ready?: () => Promise<void>): Promise<void> {
  await page.goto(pathToFileURL(join(archive, 'dist')).href + '/' + path);
  await ready?.();
  await save(name, page);
}

/** A letter in the editor on the site, which takes a server. */
async function showEditor(name: string, letter: string): Promise<void> {
  writeFileSync(join(content, 'site.yml'), '\neditor:\n  host: github\n  repository: office/archive\n', {
    flag: 'a',
  });
  const rebuilt = dafu('build', '--quiet');
  if (rebuilt.status !== 0) throw new Error(rebuilt.output);
  const { address, server } = await serveEdition(join(archive, 'dist'), { port: 0, host: '127.0.0.1' });
  try {
    const path = ['archive', ...letter.slice(archive.length + 1).split(sep)];
    await openEditor(page, address, path, readFileSync(letter, 'utf8'));
    await page.getByRole('row').last().getByRole('gridcell').nth(1).click();
    await page.getByRole('textbox', { name: '发文字号' }).waitFor();
    await save(name, page);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

/** A command and what it prints, as a terminal shows them. */
async function showTerminal(name: string, args: readonly string[]): Promise<void> {
  const { output } = dafu(...args);
  const escaped = output.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  await page.setContent(
    `<body style="margin:0;background:#1e1f22"><pre style="margin:0;padding:24px 28px;color:#e7e3da;font:16px/1.7 monospace;white-space:pre-wrap"><b>&gt; npx dafu ${args.join(' ')}</b>\n\n${escaped}</pre></body>`,
  );
  await save(name, page, true);
}

/** Few colours are enough for text, and every visitor of the guide loads the picture. */
async function save(name: string, from: Page, whole = false): Promise<void> {
  const taken = whole ? await from.locator('pre').screenshot() : await from.screenshot();
  await sharp(taken)
    .png({ palette: true, colours: 32, effort: 10 })
    .toFile(join(guide, `${name}.png`));
}
