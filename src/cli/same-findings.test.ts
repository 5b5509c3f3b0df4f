import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

const main = join(import.meta.dirname, 'main.ts');
const site = 'name: 虚构档案\ndescription: 虚构\nowner: 虚构\nlicence:\n  name: 虚构\n';
const letter = '---\ntitle: 虚构市教育局关于第1号建议的答复\nissuer: 虚构市教育局\n---\n\n甲代表：\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-same-'));
  write('site.yml', site);
  write('replies/2020/a.md', letter);
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, 'content', path)), { recursive: true });
  writeFileSync(join(folder, 'content', path), text);
}

function dafu(...args: string[]): { status: number | null; lines: string[] } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [main, ...args, '--content', join(folder, 'content')],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' } },
  );
  return { status, lines: `${stdout}\n${stderr}`.split('\n') };
}

test.each([
  ['broken YAML of a letter', 'replies/2020/a.md', letter.replace('issuer: ', 'issuer：')],
  ['broken YAML of site.yml', 'site.yml', site.replace('owner: ', 'owner: "')],
  ['a page without its fields', 'pages/a.md', '---\ntitle: 虚构\n---\n'],
])('%s stops the build with the text of the check, and nothing of Astro', (_, path, text) => {
  write(path, text);
  const check = dafu('check');
  const said = check.lines.filter((line) => /:\d+:\d+ {2}error {2}/.test(line)).map(withoutHint);
  expect(check.status).toBe(1);
  expect(said.length).toBeGreaterThan(0);
  const build = dafu('build', '--out', join(folder, 'dist'));
  expect(build.status).toBe(1);
  expect(build.lines.map(withoutHint)).toEqual(expect.arrayContaining(said));
  expect(build.lines.join('\n')).not.toMatch(/astro|at .*\.ts:\d|Error:/i);
});

/** What can be mended by the check is not said of a build. */
function withoutHint(line: string): string {
  return line.replace(/ {2}可用 --fix 改正$/, '');
}
