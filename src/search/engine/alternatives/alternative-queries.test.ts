import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sampleLetter, sketchedLetters } from '../../letters.fixture.ts';
import { openEdition, request, type OpenEdition } from '../../open-edition.fixture.ts';
import type { SearchRequest } from '../../query/search-request.ts';
import type { IndexedLetter } from '../../text/indexed-letter.ts';
import type { AlternativeQuery } from '../search-answer.ts';

/** 虚构 */
function letterAbout(id: string, subject: string, body: string): IndexedLetter {
  const [, term = '', session = '', number = ''] = /-(\d+)-(\d+)-(\d+)$/.exec(id) ?? [];
  return {
    id,
    frontmatter: {
      title: `关于市政协第${number}号提案的答复（虚构）`,
      documentNumber: `虚民函〔${id.slice(0, 4)}〕${number}号`,
      issuer: '虚构市民政局',
      issuedOn: `${id.slice(0, 4)}-06-01`,
      proposal: {
        assembly: '政协',
        scope: '市',
        term: Number(term),
        session: Number(session),
        number,
        kind: '提案',
        title: subject,
      },
    },
    body,
  };
}

const aboutCare = [
  letterAbout(
    '2023/cppcc-10-2-911',
    '关于加快养老服务发展的提案',
    '养老建设用地优先供应，养老服务补贴提高。',
  ),
  letterAbout('2024/cppcc-10-3-912', '关于养老机构建设的提案', '支持养老院改造，补贴养老院床位。'),
  letterAbout('2025/cppcc-10-4-912', '关于小区加装电梯的提案', '老旧小区加装电梯每台补贴十万元。'),
];
const synonyms = [
  ['养老院', '敬老院', '福利院'],
  ['电梯', '升降机'],
];

let edition: OpenEdition;

beforeAll(async () => {
  edition = await openEdition([...sketchedLetters, ...aboutCare, await sampleLetter()], {
    shardSize: 6,
    synonyms,
  });
}, 120_000);
afterAll(() => edition.close());

/** What is offered; of each offer, the number of letters must be what it finds. */
async function offers(text: string, narrowed: Partial<SearchRequest> = {}): Promise<AlternativeQuery[]> {
  const answer = await edition.engine.search(request(text, narrowed));
  expect(answer.ids).toEqual([]);
  for (const { text: offered, count, widened } of answer.alternatives) {
    const { ids } = await edition.engine.search(request(offered, widened ? {} : narrowed));
    expect(ids.length, offered).toBe(count);
    expect(count, offered).toBeGreaterThan(0);
  }
  return answer.alternatives;
}

async function textsOffered(text: string, narrowed: Partial<SearchRequest> = {}): Promise<string[]> {
  return (await offers(text, narrowed)).map((one) => one.text);
}

async function found(text: string): Promise<number> {
  return (await edition.engine.search(request(text))).ids.length;
}

describe('where a query finds nothing', () => {
  test.each([
    ['校车 双创', ['校车', '双创']],
    ['机关:财政局 校车', ['机关:财政局', '校车']],
    ['老旧住宅加装电梯', ['住宅加装电梯']],
    ['长者食堂高温津贴', ['长者食堂', '高温津贴']],
    ['屋顶光复', ['屋顶光伏']],
    ['虚构市财镇局', ['虚构市财政局']],
    ['祝南支', ['祝南枝']],
    ['虚构市发改委', ['虚构市发展和改革委员会']],
    ['虚构市住建局', ['虚构市住房和城乡建设局']],
    ['加裝電梯', ['加装电梯']],
    ['機關:民政局 補貼', ['机关:民政局 补贴']],
    ['養老園', ['养老']],
    ['yanglao', ['养老']],
    ["yang'lao", ['养老']],
    ['Yang Lao', ['养老']],
    ['dianti 补贴', ['电梯 补贴']],
    ['敬老院', ['养老院']],
    ['敬老院 -校车', ['养老院 -校车']],
    ['小区升降机', ['小区']],
    ['加装升降机', ['加装电梯']],
    ['养老园', ['养老']],
    ['敬老院的床位怎么申请', ['床位']],
  ])('%s leads to others that find something', async (text, offered) => {
    expect(await textsOffered(text)).toEqual(expect.arrayContaining(offered));
  });

  test('the likeliest is offered first, and says what it is', async () => {
    expect((await offers('養老')).map(({ text, kind }) => [text, kind])[0]).toEqual(['养老', 'simplified']);
    expect((await offers('yanglao'))[0]).toEqual({
      text: '养老',
      count: await found('养老'),
      kind: 'pinyin',
      widened: false,
    });
    expect((await offers('敬老院'))[0]).toMatchObject({ text: '养老院', kind: 'synonym' });
  });

  test('fragments of words are not offered', async () => {
    expect(await found('养老建')).toBeGreaterThan(0);
    for (const text of ['养老建材', '养老园', '养老服装']) {
      const offered = await textsOffered(text);
      expect(offered).toContain('养老');
      expect(offered.filter((one) => /养老[建服机]$/.test(one))).toEqual([]);
    }
  });

  test('a sentence leads to letters that have its words, the best first, and to these words together', async () => {
    const answer = await edition.engine.search(request('请问小区加装电梯有没有补贴'));
    expect(answer.ids).toEqual([]);
    expect(answer.alternatives[0]).toEqual({
      text: '小区加装电梯 补贴',
      count: 1,
      kind: 'part',
      widened: false,
    });
    expect(answer.similar?.captions[0]?.id).toBe('2025/cppcc-10-4-912');
    expect(answer.similar?.text).toBe('小区加装电梯 OR 补贴');
    const { ids } = await edition.engine.search(request(answer.similar?.text ?? ''));
    expect(ids).toEqual(expect.arrayContaining(answer.similar?.captions.map(({ id }) => id) ?? []));
  });

  test('nothing is similar that has one word only', async () => {
    expect((await edition.engine.search(request('养老园'))).similar).toBeUndefined();
  });

  test('letters whose number occurs in it are named, and their numbers offered', async () => {
    const message = '【提醒】您关注的市政协十届三次会议第912号提案已办结，文号虚民函[2023]第0911号，请查阅。';
    const { direct, directTotal, ids } = await edition.engine.search(request(message));
    expect(ids).toEqual([]);
    expect(direct.map(({ id }) => id).sort()).toEqual(['2023/cppcc-10-2-911', '2024/cppcc-10-3-912']);
    expect(directTotal).toBe(2);
    expect((await offers(message)).filter(({ kind }) => kind === 'number').map(({ text }) => text)).toEqual([
      '虚民函〔2023〕911号',
      '市政协十届三次会议第912号提案',
    ]);
  });

  test('an assembly without its term and a number lead to the letters of any session', async () => {
    const { direct } = await edition.engine.search(request('市政协912号'));
    expect(direct.map(({ id }) => id)).toEqual(['2025/cppcc-10-4-912', '2024/cppcc-10-3-912']);
    expect(await textsOffered('省政协283号')).toContain('省政协十二届二次会议第283号提案');
    expect(await textsOffered('省政协912号')).not.toContain('市政协十届三次会议第912号提案');
    expect(await offers('省政协912号')).toContainEqual({
      text: '编号:912',
      count: 2,
      kind: 'number',
      widened: false,
    });
  });

  test('within facets and days only what finds something there is offered, and the same query without them', async () => {
    expect(await textsOffered('校车 双创', { facets: { year: ['2019'] } })).toEqual(['双创']);
    expect(await offers('双创', { to: '2018-01-01' })).toEqual([
      { text: '双创', count: 1, kind: 'unfiltered', widened: true },
    ]);
    expect(await offers('敬老院', { facets: { year: ['2019'] } })).toMatchObject([
      { text: '养老院', widened: true },
    ]);
  });

  test('nothing is offered beside results, nor where nothing is similar', async () => {
    expect((await edition.engine.search(request('校车'))).alternatives).toEqual([]);
    expect(await offers('qwxz')).toEqual([]);
  });

  test('whatever is asked, every offer finds as many letters as it says', async () => {
    const word = fc.constantFrom(
      ...[
        '养老',
        '養老院',
        '电梯',
        '小区',
        'yanglao',
        '市政协912号',
        '〔2024〕912号',
        '补贴',
        '-校车',
        '机关:民政',
        '"养老 建设"',
      ],
      ...['OR', '年:2024', '请问', '(', '園', '1', '敬老院怎么办'],
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(word, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('', ' '),
        async (words, space) => {
          const text = words.join(space);
          if ((await found(text)) === 0) await offers(text);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('tables are loaded only where nothing is found, and only those that are needed', async () => {
  const tablesFor = async (text: string) => {
    edition.loaded.length = 0;
    const other = await openEdition(aboutCare, { synonyms });
    await other.engine.search(request(text));
    await other.close();
    return other.loaded.filter((name) => /^(?:simplified|pinyin|synonyms)$/.test(name));
  };
  expect(await tablesFor('养老')).toEqual([]);
  expect(await tablesFor('敬老院')).toEqual(['simplified', 'synonyms']);
  expect(await tablesFor('yanglao')).toEqual(['pinyin', 'synonyms']);
});
