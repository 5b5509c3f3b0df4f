import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildEdition } from '../build/build.ts';
import { ContentError } from '../build/content-error.ts';
import { copySmallContent } from '../content-files/small-content.fixture.ts';
import { compileOnce } from './compiled-once.fixture.ts';

const root = join(import.meta.dirname, '../..');
const cache = join(root, '.cache', 'tests', `links-${process.pid}`);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-links-'));
  copySmallContent(join(folder, 'content'));
});
afterAll(() => {
  for (const left of [folder, cache]) rmSync(left, { recursive: true, force: true });
});

const at = (name: string) => join(folder, 'content/replies/2019', `${name}.md`);
const out = () => join(folder, 'dist');

function write(name: string, body: string): void {
  writeFileSync(at(name), `---\ntitle: ${name}（虚构）\nissuer: 虚构局\n---\n\n${body}\n`);
}

/** Builds. @returns The texts of the findings that end the build, and the warnings. */
async function build(): Promise<{ findings: string[]; warnings: string[] }> {
  const warnings: string[] = [];
  const options = { content: join(folder, 'content'), out: out(), base: '/', cache };
  try {
    await buildEdition({ ...options, onWarning: (text) => warnings.push(text) }, compileOnce);
    return { findings: [], warnings };
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    return { findings: error.findings.map(({ path, text }) => `${path} ${text}`), warnings };
  }
}

test('a link is found broken when what it leads to goes, though its own page is unchanged', async () => {
  write('asks', '见[另一件](answers.html)和[其中一段](answers.html#p2)。');
  write('answers', '第一段。\n\n第二段。');
  expect(await build()).toEqual({ findings: [], warnings: [] });

  write('answers', '只有一段。');
  const lost = await build();
  expect(lost.findings).toHaveLength(1);
  expect(lost.findings[0]).toMatch(/asks\.md .*没有 #p2 这个位置/u);

  rmSync(at('answers'));
  const gone = await build();
  expect(gone.findings).toHaveLength(2);
  expect(gone.findings[0]).toMatch(/asks\.md .*本站没有 replies\/2019\/answers/u);
  // The last good edition stays.
  expect(existsSync(join(out(), 'replies/2019/answers.html'))).toBe(true);

  write('answers', '第一段。\n\n第二段。');
  expect(await build()).toEqual({ findings: [], warnings: [] });
}, 120_000);

test('a file of the output that someone changed is made again, and that is said', async () => {
  const page = join(out(), 'replies/2019/asks.html');
  const before = readFileSync(page, 'utf8');
  writeFileSync(page, before.replace('另一件', '别一件'));
  const { warnings } = await build();
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain('被改动过');
  expect(readFileSync(page, 'utf8')).toBe(before);
}, 120_000);

test('an edition that no record knows, as after an upgrade, is built anew and not called damaged', async () => {
  expect(await build()).toEqual({ findings: [], warnings: [] });
  const before = readFileSync(join(out(), 'manifest-sha256.txt'), 'utf8');
  rmSync(join(cache, 'editions'), { recursive: true });
  expect(await build()).toEqual({ findings: [], warnings: [] });
  expect(readFileSync(join(out(), 'manifest-sha256.txt'), 'utf8')).toBe(before);
}, 120_000);

test('a build from nothing with a broken link reports file, line and column, and leaves nothing behind', async () => {
  write('asks', '见[去年的](../2017/gone.html)。');
  const beside = join(folder, 'beside');
  mkdirSync(beside);
  const options = { content: join(folder, 'content'), out: join(beside, 'dist'), base: '/', cache };
  const failure = await buildEdition(options, compileOnce).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(ContentError);
  const { findings } = failure as ContentError;
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ rule: 'links', level: 'error', line: 6, column: 2, path: at('asks') });
  expect(findings[0]?.text).toContain('本站没有 replies/2017/gone.html');
  expect(readdirSync(beside)).toEqual([]);
}, 120_000);
