import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { createRandom } from '../corpus/random.ts';
import { files } from './planted/files.fixture.ts';
import { harmless } from './planted/harmless.fixture.ts';
import { otherAnswers } from './planted/other-answers.fixture.ts';
import { otherTexts } from './planted/other-texts.fixture.ts';
import type { Kind, PlantedChange } from './planted/planted-change.fixture.ts';
import { startSourceServer, type SourceServer } from './planted/source-server.fixture.ts';
import type { WatchResult } from './watch-result.ts';
import { watchSources, type WatchOptions } from './watch-sources.ts';
import { readWatchedLetters, type WatchedLetter } from './watched-letter.ts';

const count = 200;
const kinds: Partial<Record<string, Kind>> = { ...otherTexts, ...otherAnswers, ...files, ...harmless };

let content: string;
let server: SourceServer;

beforeEach(async () => {
  content = await mkdtemp(join(tmpdir(), 'dafu-watch-'));
  await mkdir(join(content, 'replies/2019'), { recursive: true });
  await mkdir(join(content, 'originals/2019'), { recursive: true });
  server = await startSourceServer();
});
afterEach(async () => {
  await server.close();
  await rm(content, { recursive: true, force: true });
});

/** Writes the letter and the original of a planted change, and lets the server answer as it says. */
async function plant(index: number, change: PlantedChange): Promise<string> {
  const id = `cppcc-12-2-${index}`;
  const path = `/letter/${index}.html`;
  server.answers.set(path, change.answer);
  for (const [other, answer] of Object.entries(change.others ?? {})) server.answers.set(other, answer);
  const file = `2019/${id}.${change.extension}`;
  await writeFile(join(content, 'originals', file), change.kept);
  const source = { url: new URL(change.url ?? path, server.base).href, file };
  const text = `---\n${stringify({ title: '虚构', source })}---\n\n虚构\n`;
  await writeFile(join(content, 'replies/2019', `${id}.md`), text);
  return `2019/${id}`;
}

async function watch(
  letters: readonly WatchedLetter[],
  options: Partial<WatchOptions> = {},
): Promise<WatchResult[]> {
  const results: WatchResult[] = [];
  const signal = new AbortController().signal;
  await watchSources(
    letters,
    {
      userAgent: 'dafu/test',
      delay: 0,
      retryDelay: 0,
      timeout: 30_000,
      allowPrivate: true,
      signal,
      ...options,
    },
    (result) => results.push(result),
  );
  return results;
}

/** As many kinds as there are pages, every kind among them, in an order drawn with the seed of the run. */
function drawKinds(): string[] {
  const random = createRandom(fc.readConfigureGlobal().seed ?? 0);
  const names = Object.keys(kinds);
  const drawn = Array.from({ length: count }, (_, index) => names[index % names.length] ?? '');
  for (let index = count - 1; index > 0; index -= 1) {
    const other = random.integer(0, index);
    [drawn[index], drawn[other]] = [drawn[other] ?? '', drawn[index] ?? ''];
  }
  return drawn;
}

test('of 200 pages every change is found, of every kind, and none is invented', async () => {
  const closed = await startSourceServer();
  await closed.close();
  server.answers.set('/', (_, response) => {
    response.end('<html><body><h1>虚构市人民政府</h1><p>欢迎访问。</p></body></html>');
  });
  server.answers.set('/robots.txt', (_, response) => {
    response.end('User-agent: *\nDisallow: /private/\n');
  });
  const planted = new Map<string, PlantedChange & { kind: string }>();
  for (const [index, kind] of drawKinds().entries()) {
    const change = kinds[kind]?.(index, closed.base);
    if (change) planted.set(await plant(index, change), { ...change, kind });
  }
  expect(planted.size).toBe(count);

  const { watched } = await readWatchedLetters(content);
  const [endless = [], others = []] = [true, undefined].map((is) =>
    watched.filter(({ id }) => planted.get(id)?.endless === is),
  );
  const results = [...(await watch(others)), ...(await watch(endless, { timeout: 150 }))];

  expect(results.map(({ id }) => id).sort()).toEqual([...planted.keys()].sort());
  expect(results.map((result) => summarise(planted.get(result.id), result))).toEqual(
    results.map(({ id }) => expectation(planted.get(id))),
  );
}, 120_000);

/** What is known of a planted change, from its result. */
function summarise(planted: (PlantedChange & { kind: string }) | undefined, result: WatchResult) {
  const texts = (side: 'before' | 'after') =>
    (result.changes ?? []).flatMap((change) => change[side]).join('\n');
  return {
    kind: planted?.kind,
    status: result.status,
    ...(planted?.gone !== undefined && { gone: texts('before') }),
    ...(planted?.added !== undefined && { added: texts('after') }),
    ...(planted?.fields && { fields: result.fields }),
    ...(planted?.reason && { reason: result.reason }),
  };
}

function expectation(planted: (PlantedChange & { kind: string }) | undefined) {
  const { kind, status, gone, added, fields, reason } = planted ?? {};
  return {
    kind,
    status,
    ...(gone !== undefined && { gone: expect.stringContaining(gone) as string }),
    ...(added !== undefined && { added: expect.stringContaining(added) as string }),
    ...(fields && { fields: expect.arrayContaining(fields) as string[] }),
    ...(reason && { reason: expect.stringMatching(reason) as string }),
  };
}
