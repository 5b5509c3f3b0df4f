import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDepth } from '../setup/depth.ts';
import { request, openEdition, type OpenEdition } from './open-edition.fixture.ts';
import { sampleLetter } from './letters.fixture.ts';
import { idsWhere, letters, scanned, type ScannedLetter } from './scanned-letters.fixture.ts';
import type { SearchRequest } from './query/search-request.ts';

let edition: OpenEdition;

beforeAll(async () => {
  edition = await openEdition(letters, { shardSize: 80, zonesFrom: 1 });
}, 120_000);
afterAll(() => edition.close());

function scan(text: string): string[] {
  return idsWhere(({ holds }) => holds(text));
}

async function found(text: string, narrowed?: Partial<SearchRequest>): Promise<string[]> {
  const { ids } = await edition.engine.search(request(text, narrowed));
  return ids.sort();
}

/** A substring of some text without operators of the query language. */
const part = fc
  .tuple(
    fc.constantFrom(...scanned.flatMap(({ blocks }) => blocks)),
    fc.nat(),
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([block, from, length]) => block.slice(from % block.length, (from % block.length) + length))
  .filter((text) => !/^[-－]|[\s"“”:：()（）]|^(?:OR|或)$/.test(text) && scan(text).length > 0);

describe('a search finds what a scan finds', () => {
  test('for any substring of any text', async () => {
    await fc.assert(
      fc.asyncProperty(part, async (text) => {
        expect(await found(text), text).toEqual(scan(text));
      }),
      { numRuns: inDepth(100, 300) },
    );
  });

  test('for phrases, exclusions and alternatives', async () => {
    await fc.assert(
      fc.asyncProperty(part, part, part, async (a, b, c) => {
        const idsOf = (text: string) => new Set(scan(text));
        const [inA, inB, inC] = [idsOf(a), idsOf(b), idsOf(c)];
        const where = (test: (id: string) => boolean) => idsWhere(({ id }) => test(id));
        expect(await found(`"${a}" -"${b}"`)).toEqual(where((id) => inA.has(id) && !inB.has(id)));
        expect(await found(`${a} ${b} OR ${c}`)).toEqual(
          where((id) => inA.has(id) && (inB.has(id) || inC.has(id))),
        );
      }),
      { numRuns: 50 },
    );
  });
});

/** Field queries with the same condition on the frontmatter. */
const fieldQueries: [query: string, test: (letter: ScannedLetter) => boolean][] = [
  ['机关:教育局', ({ frontmatter }) => frontmatter.issuer.includes('教育局')],
  [
    '机关：教育局 -机关:青岚市',
    ({ frontmatter: { issuer } }) => issuer.includes('教育局') && !issuer.includes('青岚市'),
  ],
  ['机关:水利局 OR 机关:商务局', ({ frontmatter }) => /水利局|商务局/.test(frontmatter.issuer)],
  ['标题:会办意见', ({ frontmatter }) => frontmatter.title.includes('会办意见')],
  ['案由:"社区养老"', ({ frontmatter }) => frontmatter.proposal?.title?.includes('社区养老') ?? false],
  ['委员:魏兰', ({ frontmatter }) => frontmatter.recipients?.includes('魏兰') ?? false],
  ['代表:韩芳云', ({ frontmatter }) => frontmatter.recipients?.includes('韩芳云') ?? false],
  ['署名:省发展改革委', ({ frontmatter }) => frontmatter.signatories?.includes('省发展改革委') ?? false],
  ['年:2019', ({ frontmatter }) => frontmatter.issuedOn?.startsWith('2019') ?? false],
  ['年:2015..2017', ({ frontmatter }) => /^201[567]/.test(frontmatter.issuedOn ?? '')],
  ['年:2024..', ({ frontmatter }) => (frontmatter.issuedOn ?? '') >= '2024'],
  ['-年:..2024', ({ frontmatter }) => (frontmatter.issuedOn ?? '') >= '2025'],
  ['年:2019 OR 年:2021', ({ frontmatter }) => /^20(?:19|21)/.test(frontmatter.issuedOn ?? '')],
  ['届:12', ({ frontmatter }) => frontmatter.proposal?.term === 12],
  [
    '届:十三届四次',
    ({ frontmatter }) => frontmatter.proposal?.term === 13 && frontmatter.proposal.session === 4,
  ],
  ['文号:石建复', ({ frontmatter }) => frontmatter.documentNumber?.startsWith('石建复') ?? false],
  ['文号:石建复[2021]第002号', ({ frontmatter }) => frontmatter.documentNumber === '石建复〔2021〕2号'],
  ['编号:17', ({ frontmatter }) => Number(frontmatter.proposal?.number) === 17],
  ['索引号:1122000001354439X3/2019-04623', ({ frontmatter }) => frontmatter.indexNumber !== undefined],
  [
    '机关:财政局 建设 年:2020..',
    ({ frontmatter, holds }) =>
      frontmatter.issuer.includes('财政局') && holds('建设') && (frontmatter.issuedOn ?? '') >= '2020',
  ],
  ['年:不明 机关:教育局', ({ frontmatter }) => frontmatter.issuer.includes('教育局')],
];

test.each(fieldQueries)(
  'the field query %s finds exactly the letters that satisfy it',
  async (query, says) => {
    const expected = idsWhere(says);
    expect(expected.length).toBeGreaterThan(0);
    expect(await found(query)).toEqual(expected);
  },
);

describe('every number finds its letter', () => {
  const spellings: ((number: string) => string)[] = [
    (number) => number,
    (number) => number.replace('〔', '[').replace('〕', ']'),
    (number) => number.replace('〔', '（').replace('〕', '）第'),
    (number) =>
      number
        .replace('〔', ' 【')
        .replace('〕', '】 00')
        .replace(/\d(?=号)/, '$& '),
    (number) =>
      number
        .replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
        .replace('〔', '﹝')
        .replace('〕', '﹞'),
  ];
  test('发文字号 in five spellings', async () => {
    for (const { id, frontmatter } of scanned)
      for (const spell of spellings) {
        const typed = spell(frontmatter.documentNumber ?? '');
        const { ids, direct } = await edition.engine.search(request(typed));
        expect(
          direct.map((hit) => hit.id),
          typed,
        ).toEqual([id]);
        expect(ids[0], typed).toBe(id);
      }
  });

  test('the number of a proposal in five spellings, the newest letter first', async () => {
    for (const { frontmatter } of scanned.slice(0, 80)) {
      const number = Number(frontmatter.proposal?.number);
      const holders = scanned.filter((letter) => Number(letter.frontmatter.proposal?.number) === number);
      const dates = holders
        .map((letter) => letter.frontmatter.issuedOn ?? '')
        .sort()
        .reverse();
      for (const typed of [
        `${number}`,
        `第${number}号`,
        `第 00${number} 号`,
        `0${number}号提案`,
        `第${number}号委员提案`.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
      ]) {
        const { direct, directTotal } = await edition.engine.search(request(typed));
        expect(directTotal, typed).toBe(holders.length);
        expect(
          direct.map(({ date }) => date),
          typed,
        ).toEqual(dates.slice(0, direct.length));
      }
    }
  });

  test('digits alone find where they occur, besides the letters that have the number', async () => {
    const { ids, directTotal } = await edition.engine.search(request('00283'));
    expect(ids).toEqual(scan('00283'));
    expect(directTotal).toBeGreaterThan(0);
    expect((await edition.engine.search(request('第00283号'))).ids).toHaveLength(directTotal);
  });

  test('a number with its session finds only those of the session', async () => {
    const { direct } = await edition.engine.search(request('省政协十二届二次会议第283号提案'));
    expect(direct).toEqual([
      {
        id: '2019/cppcc-12-2-283',
        text: '关于加强“双创”平台和导师团队伍建设的建议',
        isTopic: true,
        issuer: '吉林省发展改革委',
        date: '2019-06-10',
        label: '编号',
        number: '省政协十二届二次会议第283号提案',
      },
    ]);
    const ofPlace = await edition.engine.search(request('吉林省政协十二届二次会议第283号提案'));
    expect(ofPlace.direct).toEqual(direct);
    for (const other of ['省政协十一届二次会议第283号提案', '市政协十二届二次会议第283号提案'])
      expect((await edition.engine.search(request(other))).directTotal).toBe(0);
  });
});

test('an empty query lists all letters, in the order asked for', async () => {
  const dates = async (sort: SearchRequest['sort']) => {
    const { ids } = await edition.engine.search(request('', { sort }));
    return ids.map((id) => scanned.find((letter) => letter.id === id)?.frontmatter.issuedOn ?? '');
  };
  const oldest = scanned.map(({ frontmatter }) => frontmatter.issuedOn ?? '').sort();
  expect(await dates('oldest')).toEqual(oldest);
  expect(await dates('newest')).toEqual(oldest.toReversed());
  expect(await dates('relevance')).toEqual(oldest.toReversed());
});

test('a list contains the header values of each letter', async () => {
  const [sample, invented] = await edition.engine.list(['2019/cppcc-12-2-283', '2021/cppcc-13-4-2']);
  const { frontmatter } = await sampleLetter();
  const { source, aliases, corrections, draft, ...header } = frontmatter;
  expect([aliases, corrections, draft]).toEqual([undefined, undefined, undefined]);
  expect(source).toBeDefined();
  expect(sample?.frontmatter).toEqual(header);
  expect(invented?.frontmatter).toMatchObject({
    role: '主办',
    outcome: 'B',
    proposal: { scope: '县', title: '关于进一步做好公共停车保障的提案' },
  });
});

test('suggestions are letters whose title, 案由 or number contains what was typed', async () => {
  const titles = async (text: string) => (await edition.engine.suggest(text, 5)).map(({ id }) => id);
  expect(await titles('双创”平台')).toEqual(['2019/cppcc-12-2-283']);
  expect(await titles('吉发改')).toEqual(['2019/cppcc-12-2-283']);
  expect(await titles('吉发改议[2019')).toEqual(['2019/cppcc-12-2-283']);
  expect(await titles('第283号委')).toEqual(['2019/cppcc-12-2-283']);
  expect(await titles('会办意见')).toHaveLength(5);
  expect(await titles('')).toEqual([]);
});
