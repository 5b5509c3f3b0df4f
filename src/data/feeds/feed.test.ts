import { expect, test } from 'vitest';
import { writeAtomFeed } from './atom-feed.ts';
import { makeArchiveFeed, makeListFeed, type Feed } from './feed.ts';
import { writeJsonFeed } from './json-feed.ts';
import type { LetterList } from '../lists/letter-lists.ts';
import type { Letter } from '../letter/letter.ts';
import { jsonFeedProblems, validateXml } from '../standards/validate.fixture.ts';

const site: Feed['site'] = {
  name: '虚构档案',
  description: '虚构的答复。',
  owner: '虚构档案室',
  licence: { name: '虚构内容' },
};
const published = { ...site, url: 'https://archive.example/dafu/' };
const letters: Letter[] = [
  {
    id: '2020/b',
    data: {
      title: '关于“<b>&\u0000]]>”的答复（虚构）',
      issuer: '虚构市教育局',
      documentNumber: '虚教〔2020〕1号',
      issuedOn: '2020-06-10',
      publishedOn: '2020-07-01',
      categories: ['教育 & 文化'],
      proposal: { assembly: '政协', scope: '虚构市', term: 3, session: 4, number: '094', title: '虚构案由' },
    },
  },
  {
    id: '2019/a',
    data: {
      title: '早先的答复（虚构）',
      issuer: '虚构局',
      issuedOn: '2019-05-01',
      corrections: [{ on: '2021-01-02', note: '改正一处' }],
    },
  },
  { id: '2018/c', data: { title: '没有日期的答复（虚构）', issuer: '虚构局' } },
];

for (const [name, of] of Object.entries({ 'with an address': published, 'without one': site }))
  for (const [size, members] of Object.entries({ some: letters, none: [] }))
    test(`the feeds of an archive ${name} and ${size} letters conform to their standards`, () => {
      const feed = makeArchiveFeed(members, [], of);
      validateXml(writeAtomFeed(feed, 'feed.xml'), 'atom.rng');
      expect(jsonFeedProblems(JSON.parse(writeJsonFeed(feed, 'feed.json')))).toEqual([]);
    });

test('the validators reject a malformed feed', () => {
  const atom = writeAtomFeed(makeArchiveFeed(letters, [], published), 'feed.xml');
  for (const broken of [
    atom.replace(/<id>.*?<\/id>/, ''),
    atom.replace('+08:00', ''),
    atom.replace('<author>', '<writer>').replace('</author>', '</writer>'),
    atom.replace('href="https://archive.example/dafu/feed.xml"', ''),
  ])
    expect(() => {
      validateXml(broken, 'atom.rng');
    }).toThrow();
  const json = JSON.parse(writeJsonFeed(makeArchiveFeed(letters, [], published), 'feed.json')) as {
    items: object[];
  };
  expect(jsonFeedProblems({ ...json, items: [{ title: 'x' }] })).not.toEqual([]);
});

test('what was published or corrected last comes first, dated at the beginning of its day in China', () => {
  const { updated, entries } = makeArchiveFeed(letters, [], published);
  expect(updated).toBe('2021-01-02T00:00:00+08:00');
  expect(
    entries.map(({ page, published: day, updated }) => [page, day.slice(0, 10), updated.slice(0, 10)]),
  ).toEqual([
    ['replies/2019/a.html#correction-2021-01-02', '2021-01-02', '2021-01-02'],
    ['replies/2020/b.html', '2020-07-01', '2020-07-01'],
    ['replies/2019/a.html', '2019-05-01', '2021-01-02'],
    ['replies/2018/c.html', '2018-01-01', '2018-01-01'],
  ]);
  expect(entries[0]).toMatchObject({
    id: 'https://archive.example/dafu/replies/2019/a.html#correction-2021-01-02',
    title: '更正：早先的答复（虚构）',
    summary: '改正一处',
    author: '虚构档案室',
  });
  expect(entries[1]?.title).toBe('虚构案由');
  expect(entries[1]?.summary).toBe(
    '关于“<b>&\u0000]]>”的答复（虚构）（虚构市教育局，虚教〔2020〕1号，虚构市政协三届四次会议第094号）。',
  );
});

test('a feed contains the newest fifty letters, however many there are', () => {
  const many = Array.from({ length: 70 }, (_, at) => ({ ...letters[2], id: `${1950 + at}/a` })) as Letter[];
  const { entries } = makeArchiveFeed(many, [], site);
  expect(entries).toHaveLength(50);
  expect(entries[0]?.page).toBe('replies/2019/a.html');
});

test('ids are permanent IRIs: the public address, or a URN that differs between archives', () => {
  expect(makeArchiveFeed(letters, [], published).entries[1]?.id).toBe(
    'https://archive.example/dafu/replies/2020/b.html',
  );
  const ids = [site, { ...site, name: '另一个虚构档案' }].map(
    (of) => makeArchiveFeed(letters, [], of).entries[1]?.id,
  );
  expect(ids[0]).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids[0]).not.toBe(ids[1]);
});

test('the links of an archive without an address are relative to the feed', () => {
  const list: LetterList = { way: 'years', slug: '2020', name: '2020年', letters };
  const atom = writeAtomFeed(makeListFeed(list, site), 'years/2020.xml');
  expect(atom).toContain('href="../replies/2020/b.html"');
});

test('a letter that had to wait for its day is as new as that day', () => {
  const [first] = letters;
  const waited = {
    id: '2017/d',
    data: {
      title: '等到了的答复（虚构）',
      issuer: '虚构局',
      issuedOn: '2017-01-01',
      publishFrom: '2020-08-01',
    },
  };
  const { entries } = makeArchiveFeed(first ? [first, waited] : [], [], site);
  expect(entries.map(({ page }) => page)).toEqual(['replies/2017/d.html', 'replies/2020/b.html']);
});

test('a withdrawal takes the place of the letter’s entry, and says nothing of its text', () => {
  const [letter] = letters;
  if (!letter) throw new Error('no letter');
  const withdrawn = { on: '2022-03-04', reason: '虚构的原因。' };
  const gone = { ...letter, data: { ...letter.data, withdrawn } };
  const before = makeArchiveFeed([letter], [], published).entries[0];
  const feed = makeArchiveFeed([], [gone], published);
  expect(feed.entries).toEqual([
    {
      id: before?.id,
      page: before?.page,
      title: `已撤回：${letter.data.title}`,
      summary: '2022年3月4日撤回。虚构的原因。',
      author: '虚构档案室',
      categories: [],
      published: before?.published,
      updated: '2022-03-04T00:00:00+08:00',
    },
  ]);
  validateXml(writeAtomFeed(feed, 'feed.xml'), 'atom.rng');
});
