// From the package to a site that is served and opened as a folder, as an office would do it: with npm and whatever Node
// the machine has.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Browser } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { browserToLaunch } from '../browser.ts';
import { packProgram, type PackedProgram } from './packed-program.fixture.ts';

let packed: PackedProgram;
let around: string;
let archive: string;
let browser: Browser;

// The repository's packages, with their newer Node, are no part of a fresh machine.
const path = (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));
const env = Object.fromEntries(
  Object.entries({ ...process.env, PATH: path.join(delimiter) }).filter(
    ([name]) => !/^npm_|^NODE_/.test(name),
  ),
);

beforeAll(async () => {
  packed = packProgram();
  around = mkdtempSync(join(tmpdir(), 'dafu 新机器 '));
  archive = join(around, '我的 档案');
  const executablePath = browserToLaunch();
  browser = await chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}, 600_000);
afterAll(async () => {
  await browser.close();
  packed.remove();
  rmSync(around, { recursive: true, force: true });
}, 600_000);

function run(folder: string, ...[program = '', ...args]: string[]) {
  const shell = process.platform === 'win32';
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env, shell });
  return { status, output: stdout + stderr };
}

/** What a visitor does: opens the home page, searches, opens the letter. */
async function visit(address: string): Promise<void> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  await page.goto(`${address}index.html`);
  await page.goto(`${address}search.html?q=${encodeURIComponent('送餐上门')}`);
  const result = page.locator('ol[data-results] > li[data-id="2024/cppcc-2-3-12"] a').first();
  await result.click();
  await page.locator('main[data-reply-id="2024/cppcc-2-3-12"]').waitFor();
  expect(troubles).toEqual([]);
  await page.close();
}

test('in an empty folder two commands lead from the package to a site, which npm upgrades', async () => {
  const made = run(
    around,
    'npx',
    '--yes',
    '--package',
    packed.file,
    'dafu',
    'init',
    '--program',
    packed.file,
    archive,
  );
  expect(made).toMatchObject({ status: 0, output: expect.stringContaining('已建立档案') as string });

  const server = spawn('npm', ['start'], {
    cwd: archive,
    env,
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    let said = '';
    for await (const chunk of server.stdout) {
      said += String(chunk);
      if (/http:\S+/.test(said)) break;
    }
    await visit(/http:\S+/.exec(said)?.[0] ?? '');
  } finally {
    process.kill(-(server.pid ?? 0), 'SIGTERM');
    await once(server, 'exit');
  }
  await visit(`${pathToFileURL(join(archive, 'dist')).href}/`);

  const tested = run(archive, 'npm', 'test');
  expect(tested).toMatchObject({ status: 0, output: expect.stringContaining('没有发现问题') as string });

  const letter = join(archive, 'content/replies/2024/cppcc-2-3-12.md');
  writeFileSync(letter, readFileSync(letter, 'utf8').replace('2024-06-28', '2024-06-31'));
  const wrong = run(archive, 'npm', 'test');
  expect(wrong.status).not.toBe(0);
  expect(wrong.output).toMatch(/content\/replies\/2024\/cppcc-2-3-12\.md:5:11 +error +schema .*没有这一天/u);

  expect(run(archive, 'npm', 'update', '--ignore-scripts', '--no-audit', '--no-fund').status).toBe(0);
  expect(run(archive, 'npx', 'dafu', '--version').output).toMatch(/^\d+\.\d+\.\d+/m);
});
