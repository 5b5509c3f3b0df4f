import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { copySmallContent } from '../content-files/small-content.fixture.ts';
import type { Finding } from '../content-files/finding.ts';
import { openPreview, type Preview } from './preview.ts';

const letter = '2019/cppcc-12-2-283';

let content: string;
let findings: readonly Finding[];
let preview: Preview;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-preview-'));
  copySmallContent(content);
  mkdirSync(join(content, 'pages/guide'));
  writeFileSync(
    join(content, 'pages/guide/publish.md'),
    '---\ntitle: 虚构的指南\ndescription: 虚构\norder: 1\n---\n\n虚构。\n',
  );
  vi.stubEnv('DAFU_CONTENT', content);
  preview = openPreview(content, (found) => {
    findings = found;
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(content, { recursive: true });
});

function write(id: string, text: string): void {
  writeFileSync(join(content, `replies/${id}.md`), text);
}

async function kindAt(path: string): Promise<string | undefined> {
  const found = await preview.find(path);
  return found && 'page' in found ? found.page.kind : found && 'file';
}

test('every kind of page and file has the address that it has in the edition', async () => {
  const paths = [
    ...['', 'index.html', 'search.html', '404.html', 'archive.html', 'data.html', 'statistics.html'],
    ...['coverage.html', 'years.html', 'years/2019.html', 'about.html', 'guide/publish.html'],
    ...[`replies/${letter}.html`, `replies/${letter}.compare.html`, `replies/${letter}.md`],
    ...['feed.xml', 'feed.json', 'years/2019.csv', 'years/2019.xml'],
  ];
  const kinds = [];
  for (const path of paths) kinds.push(await kindAt(path));
  expect(kinds).toEqual([
    ...['home', 'home', 'search', 'notFound', 'archive', 'data', 'statistics'],
    ...['coverage', 'overview', 'list', 'content', 'content'],
    ...['letter', 'comparison', 'file', 'file', 'file', 'file', 'file'],
  ]);
  expect(findings).toEqual([]);
  expect(await kindAt('replies/2019/gone.html')).toBeUndefined();
});

test('a changed letter and a new one are shown after the next refresh', async () => {
  expect(await kindAt('replies/2020/new.html')).toBeUndefined();
  cpSync(join(content, 'replies/2019'), join(content, 'replies/2020'), { recursive: true });
  write('2020/new', '---\ntitle: 新的答复（虚构）\nissuer: 虚构局\n---\n\n正文。\n');
  expect(await kindAt('replies/2020/new.html')).toBeUndefined();
  preview.refresh();
  expect(await kindAt('replies/2020/new.html')).toBe('letter');
  write('2020/new', '---\ntitle: 改了的标题（虚构）\nissuer: 虚构局\n---\n\n正文。\n');
  preview.refresh();
  const found = await preview.find('replies/2020/new.html');
  expect(found).toMatchObject({ page: { shows: { letter: { data: { title: '改了的标题（虚构）' } } } } });
});

test('an old address shows where the letter is now', async () => {
  write('2019/new', '---\ntitle: 改了名的答复（虚构）\nissuer: 虚构局\naliases: [2019/old]\n---\n\n正文。\n');
  expect(await kindAt('replies/2019/old.html')).toBe('redirect');
  expect(await kindAt('replies/2019/new.html')).toBe('letter');
});

test('a letter with an error is reported with its place and left out; all others are shown', async () => {
  write('2019/bad', '---\ntitle: 坏的答复（虚构）\n---\n\n正文。\n');
  expect(await kindAt('replies/2019/bad.html')).toBeUndefined();
  expect(await kindAt(`replies/${letter}.html`)).toBe('letter');
  expect(findings).toMatchObject([{ level: 'error', text: expect.stringContaining('issuer') as string }]);
  expect(readFileSync(join(content, 'replies/2019/bad.md'), 'utf8')).toContain('坏的');
});
