import { EventEmitter } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { findingsOf } from '../build/content-error.ts';
import { contentLoader } from './content-loader.ts';

let content: string;
beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'dafu-loader-'));
});
afterEach(() => {
  rmSync(content, { recursive: true, force: true });
});

const letter = '---\ntitle: 虚构的答复\nissuer: 虚构局\nissuedOn: 2019-02-28\n---\n\n## 一、甲\n\n乙\n';

function write(path: string, text: string): string {
  const file = join(content, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}

interface Entry {
  id: string;
  data: Record<string, unknown>;
  body?: string;
  digest?: string;
  rendered?: { html: string; metadata?: { headings?: unknown } };
}

/** The part of Astro's loader context that the loader uses. */
function contextOf(
  parseData: (options: { data: unknown }) => Promise<unknown> = ({ data }) => Promise.resolve(data),
) {
  const entries = new Map<string, Entry>();
  const store = {
    get: (id: string) => entries.get(id),
    set: vi.fn((entry: Entry) => entries.set(entry.id, entry)),
    delete: (id: string) => entries.delete(id),
    keys: () => [...entries.keys()],
  };
  const logger = { error: vi.fn() };
  const context = {
    store,
    logger,
    parseData,
    config: { root: pathToFileURL(`${content}/`) },
    generateDigest: (text: string) => text,
  };
  return { context: context as unknown as LoaderContext, entries, store, logger };
}

test('a letter reaches the page as the checks read it: dates are text', async () => {
  write('replies/2019/a.md', letter);
  const { context, entries } = contextOf();
  await contentLoader('replies', content).load(context);
  expect(entries.get('2019/a')).toMatchObject({
    data: { issuedOn: '2019-02-28' },
    body: '\n## 一、甲\n\n乙\n',
    rendered: {
      html: '<h2 id="s1">一、甲</h2>\n<p id="p1">乙</p>',
      metadata: { headings: [{ depth: 2, slug: 's1', text: '一、甲' }] },
    },
  });
});

test('a block in the body that looks like frontmatter is text', async () => {
  write('replies/2019/a.md', `${letter.slice(0, letter.indexOf('##'))}---\ntitle: 乙\n---\n`);
  const { context, entries } = contextOf();
  await contentLoader('replies', content).load(context);
  expect(entries.get('2019/a')?.rendered?.html).toContain('title: 乙');
});

test('unchanged files keep their rendering, and entries of removed files are deleted', async () => {
  write('pages/a.md', '---\ntitle: 甲\ndescription: 虚构\norder: 1\n---\n');
  const other = write('pages/guide/b.md', '---\ntitle: 乙\ndescription: 虚构\norder: 1\n---\n');
  const { context, entries, store } = contextOf();
  const loader = contentLoader('pages', content);
  await loader.load(context);
  expect([...entries.keys()]).toEqual(['a', 'guide/b']);
  rmSync(other);
  await loader.load(context);
  expect([...entries.keys()]).toEqual(['a']);
  expect(store.set).toHaveBeenCalledTimes(2);
});

test('a build ends with the positions of all errors', async () => {
  write('replies/2019/a.md', letter.replace('02-28', '02-31'));
  write('replies/2019/b.md', letter);
  const { context } = contextOf();
  const error: unknown = await contentLoader('replies', content)
    .load(context)
    .catch((thrown: unknown) => thrown);
  expect(findingsOf(new Error('wrapped', { cause: error }))).toMatchObject([
    { path: join(content, 'replies/2019/a.md'), line: 4, column: 11, rule: 'schema' },
  ]);
});

test('an unexpected failure names the file, in Chinese', async () => {
  write('replies/2019/a.md', letter);
  const { context } = contextOf(() => Promise.reject(new Error('boom')));
  const error: unknown = await contentLoader('replies', content)
    .load(context)
    .catch((thrown: unknown) => thrown);
  expect(findingsOf(error)).toMatchObject([
    { path: join(content, 'replies/2019/a.md'), line: 1, column: 1, rule: 'failure' },
  ]);
  expect(findingsOf(error)?.[0]?.text).toMatch(/^程序处理不了这个文件。[^a-z]*DAFU_DEBUG=1[^a-z]*$/);
});

test('the development server shows a change, reports an error and keeps the last good version', async () => {
  const file = write('replies/2019/a.md', letter);
  const { context, entries, logger } = contextOf();
  const watcher = Object.assign(new EventEmitter(), { add: vi.fn() });
  await contentLoader('replies', content).load({ ...context, watcher } as unknown as LoaderContext);

  writeFileSync(file, letter.replace('乙', '丙'));
  watcher.emit('change', file);
  await vi.waitFor(() => {
    expect(entries.get('2019/a')?.body).toContain('丙');
  });
  writeFileSync(file, letter.replace('02-28', '02-31'));
  watcher.emit('change', file);
  await vi.waitFor(() => {
    expect(logger.error).toHaveBeenCalledWith(expect.stringContaining('a.md:4:11  schema'));
  });
  expect(entries.get('2019/a')?.body).toContain('丙');
  watcher.emit('unlink', file);
  expect(entries.size).toBe(0);
});
