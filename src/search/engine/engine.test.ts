import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEngine, type Engine } from './engine.ts';
import { buildSearch, type IndexedLetter } from '../indexing/index-builder.ts';
import { letterText } from '../text/indexed-letter.ts';
import { textsByZone } from '../text/letter-text.ts';
import { request, openEdition, type OpenEdition } from '../open-edition.fixture.ts';
import { createScanner } from '../text/scan.ts';

const words = [
  '双创',
  '平台',
  '孵化器',
  '导师',
  '第283号',
  'GDP',
  '2019',
  '年',
  '，',
  '。',
  '、',
  ' ',
  '创新',
  '发展',
  '的',
];

/** Letters of a small vocabulary, so that near misses are frequent. */
const letters: IndexedLetter[] = fc
  .sample(
    fc.tuple(
      fc.integer({ min: 2016, max: 2021 }),
      fc.array(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 14 }), {
        minLength: 1,
        maxLength: 4,
      }),
    ),
    { numRuns: 120, seed: 283 },
  )
  .map(([year, paragraphs], index) => ({
    id: `${year}/cppcc-12-2-${index}`,
    frontmatter: {
      title: `对第${index}号提案的答复`,
      issuer: '虚构市发展改革委',
      documentNumber: `虚发改议〔${year}〕${index}号`,
      issuedOn: `${year}-06-10`,
    },
    body: `## 一、${paragraphs[0]?.slice(0, 3).join('') ?? ''}\n\n${paragraphs.map((parts) => parts.join('')).join('\n\n')}`,
  }));
const texts = letters.map((letter) => {
  const blocks = Object.values(textsByZone(letterText(letter))).flat();
  return { id: letter.id, blocks, holds: createScanner(blocks) };
});

function scan(query: string): string[] {
  return texts
    .filter(({ holds }) => holds(query))
    .map(({ id }) => id)
    .sort();
}

let edition: OpenEdition;
let engine: Engine;

beforeAll(async () => {
  edition = await openEdition(letters, { shardSize: 40 });
  engine = edition.engine;
}, 120_000);
afterAll(() => edition.close());

async function idsOf(query: string): Promise<string[]> {
  const { ids } = await engine.search(request(query));
  return ids.sort();
}

describe('a search', () => {
  test('finds what a scan finds, for any part of any text', async () => {
    const block = fc.constantFrom(...texts.flatMap(({ blocks }) => blocks));
    await fc.assert(
      fc.asyncProperty(block, fc.nat(), fc.integer({ min: 1, max: 12 }), async (text, from, length) => {
        const part = text.slice(from % text.length, (from % text.length) + length);
        // A space, a minus or a quotation mark would be the query language's.
        fc.pre(!/^-|[\s"“”]/.test(part) && scan(part).length > 0);
        expect(await idsOf(part), part).toEqual(scan(part));
      }),
      { numRuns: 1000 },
    );
  });

  test('finds what a scan finds, for random combinations of words', async () => {
    const query = fc.array(fc.constantFrom(...words.filter((word) => word !== ' ')), {
      minLength: 1,
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(query, async (parts) => {
        const text = parts.join('');
        expect(await idsOf(text), text).toEqual(scan(text));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ['双创 导师', ['双创', '导师'], []],
    ['双创 -导师', ['双创'], ['导师']],
    ['"双创，导师" 平台', ['双创，导师', '平台'], []],
  ])('%s asks for all of its words', async (query, all, none) => {
    const expected = texts
      .filter(({ holds }) => all.every((word) => holds(word)) && !none.some((word) => holds(word)))
      .map(({ id }) => id)
      .sort();
    expect(expected.length).toBeGreaterThan(0);
    expect(await idsOf(query)).toEqual(expected);
  });

  test('with OR takes either', async () => {
    const either = new Set([...scan('第28'), ...scan('孵化器'), ...scan('导师')]);
    expect(await idsOf('孵化器 OR 导师')).toEqual([...either].sort());
  });

  test('puts the letter first that has the words in its title', async () => {
    const { ids } = await engine.search(request('第28号'));
    expect(ids[0]).toMatch(/-28$/);
  });

  test('shows each letter with its matches marked', async () => {
    const { ids } = await engine.search(request('孵化器'));
    const results = await engine.excerpts('孵化器', ids.slice(0, 20));
    expect(results.length).toBeGreaterThan(5);
    for (const { segments, name } of results) {
      const marked = [...name, ...segments].filter((piece) => piece.marked).map(({ text }) => text);
      expect(marked.length).toBeGreaterThan(0);
      for (const text of marked) expect(text).toMatch(/^(孵化器)+$/);
    }
  });

  test('for nothing searchable finds nothing and says so', async () => {
    const { ids, problems } = await engine.search(request('，'));
    expect(ids).toEqual([]);
    expect(problems).toEqual(['“，”中没有可检索的文字，已略去。']);
  });
});

test('a slow search reports the newest letters before it loads anything of older ones', async () => {
  const { entry, load } = edition;
  const asked: string[] = [];
  const slow = createEngine(entry, async (file) => {
    asked.push(file.name);
    await setTimeout(60);
    return load(file);
  });
  const reports: { ids: string[]; asked: string[]; searched: number }[] = [];
  const shown = { from: 0, count: 20, read: 5 };
  const answer = await slow.search(request('孵化器', { shown }), {
    onProgress: ({ ids, searched }) => reports.push({ ids, asked: [...asked], searched }),
  });
  const [first] = reports;
  const newest = entry.shards[0];
  expect(entry.shards.length).toBeGreaterThan(2);
  expect(first?.searched).toBe(newest?.letters);
  expect(first?.asked.filter((name) => !name.startsWith(newest?.folder ?? ' '))).toEqual([]);
  expect(first?.ids.length).toBeGreaterThan(0);
  expect(answer.ids).toEqual(expect.arrayContaining(first?.ids ?? []));
  expect([...answer.ids].sort()).toEqual(scan('孵化器'));
});

test('the same letters in another order give the same files', async () => {
  const again = await mkdtemp(join(tmpdir(), 'dafu-again-'));
  await buildSearch(letters.toReversed(), again, { shardSize: 40 });
  const files = (
    await readdir(join(edition.folder, 'search'), { recursive: true, withFileTypes: true })
  ).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(60);
  for (const { parentPath, name } of files) {
    const other = join(again, parentPath.slice(edition.folder.length), name);
    expect((await readFile(other)).equals(await readFile(join(parentPath, name))), name).toBe(true);
  }
  await rm(again, { recursive: true });
});
