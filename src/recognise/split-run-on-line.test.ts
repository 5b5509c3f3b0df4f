import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { convert, type Conversion } from '../convert/convert.ts';
import { applyEdits, revertEdits } from '../record/edit-log.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';

const fixtures = join(import.meta.dirname, '../convert/fixtures');
const received = (name: string) => readFileSync(join(fixtures, name, 'input.txt'), 'utf8');

async function read(text: string): Promise<Conversion['record']> {
  const { record } = await convert(Buffer.from(text), 'page.txt');
  expect(fidelityBreaks(record, record)).toEqual([]);
  expect(revertEdits(applyEdits(record.decoded, record.edits), record.edits)).toBe(record.decoded);
  return record;
}

const page = [
  '索引号：01500000-2-/2019-0628001',
  '发布机构：青禾县商务局',
  '发布日期：2021-09-13',
  '文号：青商函〔2021〕17号',
  '关于县九届人大五次会议第61号建议的答复',
  '林若水、何知远代表：',
  '你们提出的《关于发展直播电商的建议》收悉。现答复如下：',
  '一、培育主体。全县培育企业210家。（虚构）',
  '二、完善物流。建成网点480个。',
  '感谢你们对商务工作的关心。',
  '青禾县商务局',
  '2021年9月8日',
  '联系人：某某，联系电话：0500-0000000',
];

describe('a page that lost its line breaks', () => {
  test('is read even if the colon of its salutation is lost too', async () => {
    const { frontmatter } = await read(page.join(' ').replace('代表：', '代表'));
    expect(frontmatter.title).toBe('关于县九届人大五次会议第61号建议的答复');
    expect(frontmatter.recipients).toEqual(['林若水', '何知远']);
  });

  test.each(['答复函', '答复意见', '回复函'])('is read where its title ends in %s', async (answer) => {
    const own = page.map((line) => line.replace(/(?<=建议的)答复$/u, answer));
    const { frontmatter } = await read(own.join(' '));
    expect(frontmatter.title).toBe(`关于县九届人大五次会议第61号建议的${answer}`);
    expect(frontmatter.recipients).toEqual(['林若水', '何知远']);
    const single = await read(own.join(' ').replace('林若水、何知远', '林若水'));
    expect(single.frontmatter.recipients).toEqual(['林若水']);
  });

  test('is read where its salutation follows the label of the answer', async () => {
    const answer =
      '您提出的关于增设社区食堂的建议收悉，现答复如下：全区已建成社区食堂32个（虚构），今年新增8个。';
    const { frontmatter } = await read(`建议编号：0078\n答复内容：林若水代表，您好：${answer}感谢您的关心。`);
    expect(frontmatter.recipients).toEqual(['林若水']);
  });

  test.each([
    ['a space', ' '],
    ['nothing', ''],
  ])('is read equally well with %s between its lines', async (_, between) => {
    const lined = await read(page.join('\n'));
    const fused = await read(page.join(between));
    expect(fused.frontmatter).toEqual(lined.frontmatter);
    expect(fused.body).toBe(lined.body);
    expect(fused.body).not.toMatch(/某某|0000000/u);
    expect(fused.edits.map(({ rule }) => rule)).toContain('fused-line');
  });

  test('is read where the header has lines of its own and the letter is on one', async () => {
    const fused = await read([...page.slice(0, 5), page.slice(5).join('')].join('\n'));
    expect(fused.body).toBe((await read(page.join('\n'))).body);
  });

  test('does not split the lines of letters that have them', async () => {
    for (const name of ['clean-letter', 'clean-tricky', 'repost', 'news-wrapper', 'site-chrome'])
      expect((await read(received(name))).edits.map(({ rule }) => rule)).not.toContain('fused-line');
  });
});

describe('labels in a group', () => {
  const rows = (labels: string, values: string) =>
    read([labels, values, ...page.slice(4)].join('\n')).then(({ frontmatter }) => frontmatter);
  const expected = {
    indexNumber: '01500000-2-/2019-0628001',
    documentNumber: '青商函〔2021〕17号',
    publishedOn: '2021-09-13',
  };

  test.each([
    ['spaces', '索 引 号 发布日期 文号', '01500000-2-/2019-0628001 2021年9月13日 青商函〔2021〕17号'],
    ['tabs', '索引号\t发布日期\t文号', '01500000-2-/2019-0628001\t2021-09-13\t青商函[2021]17号'],
    [
      'pipes and an empty cell',
      '| 索引号 | 主题词 | 发布日期 | 文号 |',
      '| 01500000-2-/2019-0628001 |  | 2021-09-13 | 青商函〔2021〕17号 |',
    ],
    ['line ends', '索引号\n发布日期\n文号', '01500000-2-/2019-0628001\n2021-09-13\n青商函〔2021〕17号'],
  ])('take the values in a group below, separated by %s', async (_, labels, values) => {
    expect(await rows(labels, values)).toMatchObject(expected);
  });

  test('take no values, with a warning, when the counts differ or a value does not fit', async () => {
    for (const values of ['2021-09-13 青商函〔2021〕17号', '某某 2021-09-13 青商函〔2021〕17号']) {
      const { frontmatter, messages } = await read(
        ['索引号 发布日期 文号', values, ...page.slice(4)].join('\n'),
      );
      expect(frontmatter).not.toHaveProperty('documentNumber');
      expect(frontmatter).not.toHaveProperty('publishedOn');
      const warning = messages.find(({ rule, line }) => rule === 'unread-line' && line === 2);
      expect(warning?.text).toContain('--set documentNumber=');
    }
  });
});

test('what is left out above the title is reported with how to add it by hand', async () => {
  const { messages } = await read(
    ['某年某月专项编号甲乙丙', '成文日期：二月里', ...page.slice(4)].join('\n'),
  );
  expect(messages.find(({ line }) => line === 1)).toMatchObject({ level: 'info', rule: 'unread-line' });
  const unfit = messages.find(({ rule }) => rule === 'unfit-value');
  expect(unfit?.line).toBe(2);
  expect(unfit?.text).toMatch(/成文日期.*二月里.*--set/u);
});

test('a title below two agencies includes both', async () => {
  const { frontmatter } = await read(['青禾县商务局、青禾县财政局', ...page.slice(4)].join('\n'));
  expect(frontmatter.title).toBe(`青禾县商务局、青禾县财政局${page[4] ?? ''}`);
});

test('the date at the end of the line is the letter’s although prose of the page follows', async () => {
  const page = [
    '青禾县水利局对县十七届人大二次会议第094号建议的答复 林若水等代表： 你们提出的“关于整治青石河”的建议收悉，现答复如下： 青石河整治工程（虚构）已获批立项，预计今冬开工建设。 感谢你们对水利事业的关心和支持。 2018年7月30日 |',
    '迎春接福，辞旧迎新。全县各地张灯结彩，群众欢欢喜喜过大年，处处洋溢着节日的气氛。',
  ];
  const { record } = await convert(Buffer.from(page.join('\n')), 'page.txt');
  expect(record.frontmatter).toMatchObject({ issuedOn: '2018-07-30', recipients: ['林若水'] });
  expect(record.body).toMatch(/2018年7月30日\n$/u);
});
