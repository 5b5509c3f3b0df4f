import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { LoadFile } from '../form/data-file.ts';
import type { IndexedLetter } from '../indexing/index-builder.ts';
import { createEngine } from './engine.ts';
import { openEdition, request, type OpenEdition } from '../open-edition.fixture.ts';
import type { SearchRequest } from '../query/search-request.ts';

function letter(id: string, issuedOn?: string): IndexedLetter {
  return {
    id,
    frontmatter: {
      title: `关于${id}号提案的答复（虚构）`,
      issuer: '虚构市教育局',
      documentNumber: `沪教复〔2020〕${id.length}${id.charCodeAt(id.length - 1)}号`,
      ...(issuedOn === undefined ? {} : { issuedOn }),
      // All have one number, as proposals of different sessions do.
      proposal: { assembly: '政协', scope: '市', number: '77', title: '关于校车的提案' },
    },
    body: '校车已经开通。',
  };
}

/** Newest first, as they are indexed: each year in a shard of its own, the undated letter in the older. */
const letters = [
  letter('2021/c', '2021-03-01'),
  letter('2021/b', '2021-01-01'),
  letter('2021/a', '2021-01-01'),
  letter('2020/d', '2020-12-31'),
  letter('2020/c', '2020-06-15'),
  letter('2020/b', '2020-06-14'),
  letter('2020/a', '2020-01-01'),
  letter('undated/a'),
];
/** Letters of one day are in the order of their ids. */
const newestFirst = [
  ...['2021/c', '2021/a', '2021/b'],
  ...['2020/d', '2020/c', '2020/b', '2020/a'],
  'undated/a',
];

let edition: OpenEdition;

beforeAll(async () => {
  edition = await openEdition(letters, { shardSize: 4 });
}, 120_000);
afterAll(() => edition.close());

async function found(text: string, options: Partial<SearchRequest> = {}): Promise<string[]> {
  const { ids } = await edition.engine.search(request(text, { sort: 'newest', ...options }));
  return ids;
}

/** Searches with an engine that has loaded nothing; gives the files that it loads. */
async function filesLoadedFor(text: string, options: Partial<SearchRequest>): Promise<string[]> {
  const loaded: string[] = [];
  const load: LoadFile = (file) => {
    loaded.push(file.part ? `${file.name}:${file.part.from}` : file.name);
    return edition.load(file);
  };
  await createEngine(edition.entry, load).search(request(text, options));
  return loaded;
}

describe('a range of days', () => {
  test.each([
    ['校车', { from: '2020-06-15', to: '2020-12-31' }, ['2020/d', '2020/c']],
    ['校车', { from: '2020-06-15', to: '2020-06-15' }, ['2020/c']],
    ['校车', { from: '2021-01-01' }, ['2021/c', '2021/a', '2021/b']],
    ['校车', { from: '2021-03-01' }, ['2021/c']],
    ['校车', { to: '2020-01-01' }, ['2020/a']],
    ['校车', { to: '2020-06-14' }, ['2020/b', '2020/a']],
    ['', { to: '2020-06-14' }, ['2020/b', '2020/a']],
    ['校车', { from: '2021-03-02' }, []],
    ['校车', { to: '2019-12-31' }, []],
    ['年:2020', {}, ['2020/d', '2020/c', '2020/b', '2020/a']],
    ['年:2020 校车', { from: '2020-06-15' }, ['2020/d', '2020/c']],
    ['年:2020', { from: '2019-05-01', to: '2021-12-31' }, ['2020/d', '2020/c', '2020/b', '2020/a']],
    ['年:2020', { from: '2021-01-01' }, []],
    ['年:2020..2021', { to: '2020-06-14' }, ['2020/b', '2020/a']],
    ['-年:2020', { from: '2020-12-31' }, ['2021/c', '2021/a', '2021/b']],
    ['年:2021 OR 年:2020', { to: '2020-01-01' }, ['2020/a']],
  ])('%s with %o includes its first and its last day, and no undated letter', async (text, days, ids) => {
    expect(await found(text, days)).toEqual(ids);
  });

  test('loads only the shards that have a letter of these days', async () => {
    const shardsLoaded = async (days: Partial<SearchRequest>) =>
      (await filesLoadedFor('校车', days)).filter((name) => name.endsWith('/head')).length;
    expect(await shardsLoaded({})).toBe(2);
    expect(await shardsLoaded({ from: '2021-01-01' })).toBe(1);
    expect(await shardsLoaded({ from: '2020-12-31' })).toBe(2);
    expect(await shardsLoaded({ to: '2020-12-31' })).toBe(1);
    expect(await shardsLoaded({ to: '2021-01-01' })).toBe(2);
  });

  test('without any letter offers the same without it, and says how many there are', async () => {
    const { ids, alternatives } = await edition.engine.search(request('校车', { from: '2021-03-02' }));
    expect(ids).toEqual([]);
    expect(alternatives).toEqual([{ text: '校车', count: 8, kind: 'unfiltered', widened: true }]);
  });

  test('excludes an undated letter in the same shard', async () => {
    const mixed = await openEdition([letter('2020/a', '2020-01-01'), letter('undated/a')], {});
    const idsOf = async (days: Partial<SearchRequest>) =>
      (await mixed.engine.search(request('校车', { sort: 'newest', ...days }))).ids;
    expect(await idsOf({})).toEqual(['2020/a', 'undated/a']);
    expect(await idsOf({ to: '2020-01-01' })).toEqual(['2020/a']);
    expect(await idsOf({ to: '2019-12-31' })).toEqual([]);
    await mixed.close();
  });

  test('counts facets within it only', async () => {
    const { facets } = await edition.engine.search(request('校车', { from: '2020-12-31' }));
    expect(facets.year.map(({ value, count }) => [value, count])).toEqual([
      ['2021', 3],
      ['2020', 1],
    ]);
  });
});

test('results are sorted by day, letters of one day by id, undated ones last in either order', async () => {
  expect(await found('校车')).toEqual(newestFirst);
  expect(await found('校车', { sort: 'oldest' })).toEqual([
    ...['2020/a', '2020/b', '2020/c', '2020/d'],
    ...['2021/a', '2021/b', '2021/c'],
    'undated/a',
  ]);
});

test('equally relevant letters are sorted newest first', async () => {
  expect(await found('校车', { sort: 'relevance' })).toEqual(newestFirst);
});

test('the first five letters with the typed number are shown, and all are counted', async () => {
  const { direct, directTotal, ids } = await edition.engine.search(request('第077号'));
  expect(direct.map(({ id }) => id)).toEqual(newestFirst.slice(0, 5));
  expect(directTotal).toBe(8);
  expect(ids).toEqual(newestFirst);
});

test('a letter whose index number is its proposal number too is shown once', async () => {
  const [first] = letters;
  if (first === undefined) throw new Error('no letters');
  const twice = { ...first, frontmatter: { ...first.frontmatter, indexNumber: '77' } };
  const other = await openEdition([twice], {});
  const { direct, directTotal } = await other.engine.search(request('第77号'));
  expect(direct.map(({ id }) => id)).toEqual(['2021/c']);
  expect(directTotal).toBe(1);
  await other.close();
});

test('a document number as the letters write it finds them once', async () => {
  const { ids, directTotal } = await edition.engine.search(
    request('沪教复〔2020〕6100号', { sort: 'newest' }),
  );
  expect(ids).toEqual(['2020/d']);
  expect(directTotal).toBe(1);
});

test('the captions of the shown results come with the answer, and the texts of the first are loaded', async () => {
  const { captions } = await edition.engine.search(
    request('校车', { sort: 'newest', shown: { from: 2, count: 3, read: 2 } }),
  );
  expect(captions.map(({ id }) => id)).toEqual(newestFirst.slice(2, 5));
  const loaded = await filesLoadedFor('校车', { shown: { from: 2, count: 3, read: 2 } });
  await vi.waitFor(() => {
    expect(loaded.filter((name) => /\/t\w+:\d+$/.test(name))).toHaveLength(2);
  });
});

test('suggestions are the newest letters, as many as asked for', async () => {
  const suggested = async (limit: number) =>
    (await edition.engine.suggest('校车', limit)).map(({ id }) => id);
  expect(await suggested(1)).toEqual(newestFirst.slice(0, 1));
  expect(await suggested(3)).toEqual(newestFirst.slice(0, 3));
  expect(await suggested(20)).toEqual(newestFirst);
});

test('suggestions need two characters of a document number', async () => {
  expect(await edition.engine.suggest('沪', 20)).toEqual([]);
  expect(await edition.engine.suggest('沪教', 20)).toHaveLength(8);
  expect(await edition.engine.suggest('教复', 20)).toEqual([]);
});

test('a complete search has searched all letters, even if no shard had to be loaded for some', async () => {
  for (const days of [{}, { from: '2021-01-01' }])
    expect(await edition.engine.search(request('校车', days))).toMatchObject({
      searched: 8,
      total: 8,
      complete: true,
    });
});

test('work whose signal is aborted rejects with its reason', async () => {
  const signal = AbortSignal.abort(new Error('overtaken'));
  await expect(edition.engine.search(request('校车'), { signal })).rejects.toThrow('overtaken');
  await expect(edition.engine.suggest('校车', 3, signal)).rejects.toThrow('overtaken');
  await expect(edition.engine.list(newestFirst, signal)).rejects.toThrow('overtaken');
  await expect(edition.engine.excerpts('校车', newestFirst, signal)).rejects.toThrow('overtaken');
});
