import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const skeleton = 'src/init/archive';
const files = [
  '.github/workflows/publish.yml',
  `${skeleton}/_github/workflows/check.yml`,
  `${skeleton}/_github/workflows/publish.yml`,
  `${skeleton}/_gitlab-ci.yml`,
  `${skeleton}/_workflow/check.yml`,
  `${skeleton}/_workflow/publish.yml`,
];

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-published-'));
  mkdirSync(join(folder, 'content'));
  writeFileSync(join(folder, 'content/site.yml'), "name: 虚构\nurl: 'https://example.org/dafu/' # 虚构\n");
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** The script of a pipeline that fetches the last manifest. */
function scriptOf(file: string): string {
  const found: string[] = [];
  const search = (value: unknown): void => {
    if (typeof value === 'string') {
      if (value.includes('manifest-sha256.txt')) found.push(value);
    } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(search);
  };
  search(parse(readFileSync(file, 'utf8')));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
}

/** Runs it with other programs in the place of those that it calls. @returns How it ends, and what it called. */
function run(file: string, programs: Record<string, string>) {
  const called = join(folder, 'called');
  writeFileSync(called, '');
  for (const [name, does] of Object.entries(programs)) {
    const program = join(folder, name);
    writeFileSync(program, `#!/bin/sh\necho "${name} $*" >> '${called}'\n${does}\n`);
    chmodSync(program, 0o755);
  }
  const { status, stdout } = spawnSync('sh', ['-e', '-c', scriptOf(file)], {
    cwd: folder,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${folder}${delimiter}${process.env.PATH ?? ''}`,
      GITHUB_REPOSITORY: 'a/b',
      CI_PAGES_URL: 'https://example.org/dafu',
    },
  });
  return { status, stdout, called: readFileSync(called, 'utf8') };
}

const address = 'echo https://example.org/dafu/';
const answering = (code: string, checked = 'exit 0') => ({
  gh: address,
  curl: `printf %s ${code}`,
  npx: checked,
  node: checked,
});

describe.skipIf(process.platform === 'win32').each(files)('%s', (file) => {
  it('checks against the manifest of the site as it is', () => {
    const { status, called } = run(file, answering('200'));
    expect(status).toBe(0);
    expect(called).toContain(' https://example.org/dafu/manifest-sha256.txt\n');
    expect(called).toMatch(/^(?:npx dafu|node src\/cli\/dafu\.mjs) check --against last-manifest\.txt/m);
    expect(run(file, answering('200', 'exit 1')).status).toBe(1);
  });

  it('passes before the first publication', () => {
    const { status, called } = run(file, answering('404'));
    expect(status).toBe(0);
    expect(called).not.toContain('check');
  });

  it('stops where the manifest cannot be fetched', () => {
    expect(run(file, answering('500')).status).not.toBe(0);
    expect(run(file, { ...answering('000'), curl: 'printf 000; exit 6' }).status).not.toBe(0);
  });
});

describe.skipIf(process.platform === 'win32')('an archive that is not published by its host', () => {
  it.each([
    [`${skeleton}/_github/workflows/check.yml`, 0],
    [`${skeleton}/_github/workflows/publish.yml`, 1],
  ])('without Pages, %s ends with %d', (file, status) => {
    const result = run(file, { ...answering('200'), gh: 'exit 1' });
    expect(result.status).toBe(status);
    expect(result.called).toBe(`gh api repos/a/b/pages --jq .html_url\n`);
  });

  it('without an address in site.yml nothing is compared', () => {
    writeFileSync(join(folder, 'content/site.yml'), 'name: 虚构\n# url: https://example.org/dafu/\n');
    const { status, stdout, called } = run(`${skeleton}/_workflow/publish.yml`, answering('200'));
    expect([status, called]).toEqual([0, '']);
    expect(stdout).toContain('没有写 url');
  });
});
