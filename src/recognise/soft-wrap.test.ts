import { expect, test } from 'vitest';
import { convert } from '../convert/convert.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';
import { joinsNext, wrappingOf, type RawLine } from './soft-wrap.ts';

const opening = '您提出的《关于疏浚青石河的提案》收悉，现答复如下：';
const end = ['青禾县水务局', '2020年9月27日'];
const letter = (...lines: string[]) => ['林若水委员：', opening, ...lines, ...end].join('\n');

async function paragraphs(text: string): Promise<string[]> {
  const { record } = await convert(Buffer.from(text), 'letter.txt');
  expect(fidelityBreaks(record, record)).toEqual([]);
  return record.body.trim().split('\n\n').slice(2, -2);
}

/** `text` broken into lines of the given lengths, repeatedly. */
function broken(text: string, ...lengths: number[]): string[] {
  const lines: string[] = [];
  for (let from = 0; from < text.length; from += lines.at(-1)?.length ?? 1)
    lines.push(text.slice(from, from + (lengths[lines.length % lengths.length] ?? 1)));
  return lines;
}

const prose =
  '近年来，我局积极争取上级资金，先后实施青石河疏浚工程（虚构），共清淤十二公里，加固堤防八公里，沿线群众的生产和生活条件明显改善，防洪能力也有提高，受到普遍欢迎，还将继续巩固成果，完善长效管护机制，落实管护人员和经费，确保工程长期发挥效益，让青石河成为群众满意的幸福河，并以此带动全县其他河道的治理工作，逐步形成上下游联动、左右岸协同的治理格局。';

test('a line that breaks before a number is short, but its paragraph continues', async () => {
  const lines = [
    '近年来，我局积极争取上级资金，先后实施青石河疏浚工程（虚构），共清淤',
    '1234567立方米，加固堤防八公里，沿线群众的生产和生活条件明显得到了改善',
    '提高了防洪能力，受到普遍欢迎，还将继续巩固成果，并完善长效管护机制，落',
    '实管护人员和经费，确保工程长期发挥效益，让青石河成为群众满意的幸福河并',
    '以此带动其他河道。',
  ];
  expect(await paragraphs(letter(...lines))).toEqual([lines.join('')]);
});

test('ragged lines are one paragraph where the sentence runs on', async () => {
  const lines = broken(prose, 24, 33, 28, 30, 22, 35);
  expect(await paragraphs(letter(...lines, '一、下一步打算', '继续推进。'))).toEqual([
    prose,
    '## 一、下一步打算',
    '继续推进。',
  ]);
});

test('lines that are paragraphs remain paragraphs, whatever begins the next', async () => {
  const lines = [
    '1.积极争取上级资金，先后实施青石河疏浚工程（虚构），共清淤十二公里。',
    '2.加固堤防八公里，沿线群众的生产和生活条件明显改善，防洪能力也有提高。',
    '2020年以来，还继续巩固成果，完善长效管护机制，落实管护人员和经费。',
    '3.逐步形成上下游联动、左右岸协同的治理格局，确保工程长期发挥效益。',
    '（一）继续争取资金，力争明年上半年全面完工',
    '1个水库、2个泵站已经列入计划，将于年内开工建设，请予监督。',
  ];
  expect(await paragraphs(letter(...lines))).toEqual(
    lines.map((line) => (line.startsWith('（') ? `### ${line}` : line)),
  );
});

test('a text with a space after every character is joined; a text with few spaces is not', async () => {
  const spaced = Array.from(letter(prose))
    .map((character) => (character === '\n' ? '\n' : `${character} `))
    .join('');
  const { record } = await convert(Buffer.from(spaced), 'letter.txt');
  expect(record.body).toContain(prose);
  expect(record.body).not.toMatch(/\S \S/u);
  expect(record.frontmatter).toMatchObject({
    issuedOn: '2020-09-27',
    recipients: ['林若水'],
    proposal: { title: '关于疏浚青石河的提案' },
  });
  expect(fidelityBreaks(record, record)).toEqual([]);
  const { record: plain } = await convert(Buffer.from(letter('王 刚 同志负责。', prose)), 'letter.txt');
  expect(plain.edits.map(({ rule }) => rule)).not.toContain('spaced-out');
});

test('a number with a letter for a digit is left out with a suggestion, and used once confirmed', async () => {
  const text = `关于对县政协八届三次会议第O64号提案的答复\n${letter(prose)}`;
  const { record } = await convert(Buffer.from(text), 'letter.txt');
  expect(record.frontmatter.proposal?.number).toBeUndefined();
  expect(record.messages.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(['misread-number', 'misread-digit']),
  );
  const confirmed = await convert(Buffer.from(text), 'letter.txt', {
    confirm: ({ rule }) => (rule === 'misread-digit' ? { by: '某编辑', on: '2024-01-01' } : undefined),
  });
  expect(confirmed.record.frontmatter.proposal?.number).toBe('064');
  expect(fidelityBreaks(confirmed.record, confirmed.record)).toEqual([]);
});

test('a heading split by a line break is one heading', async () => {
  const html = `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="关于市政协九届三次会议第37号提案的答复"></head><body><div class="TRS_Editor">
<p>林若水委员：</p><p>${opening}</p><h2>一、关于疏浚工程（虚构）<br>和堤防加固</h2><p>已完工。</p>
<p>青禾县水务局</p><p>2020年9月27日</p></div></body></html>`;
  const { record } = await convert(Buffer.from(html), 'page.html');
  expect(record.body.match(/^#.*$/gmu)).toEqual(['## 一、关于疏浚工程（虚构）和堤防加固']);
  expect(fidelityBreaks(record, record)).toEqual([]);
});

test('the lines of a header do not decide how a text was wrapped, and end above the salutation', async () => {
  const header = [
    '索引号：113412000032/202106-00013  组配分类：政协委员提案办理情况公开',
    '发布机构：青禾县数据资源管理局  发文日期：2021-06-08  有效性：有效',
    '名称：关于县政协五届四次会议第064号提案的答复  文号：青数函〔2021〕5号',
    '关于县政协五届四次会议第064号提案的答复',
    '阅读：102次  信息来源：青禾县数据资源管理局  发布时间：2021-06-08 10:12',
  ];
  const { record } = await convert(
    Buffer.from(`${header.join('\n')}\n${letter('已开工。（虚构）')}`),
    'page.txt',
  );
  expect(record.frontmatter).toMatchObject({ recipients: ['林若水'], publishedOn: '2021-06-08' });
  expect(record.body).toMatch(/^林若水委员：\n/u);
  expect(fidelityBreaks(record, record)).toEqual([]);
});

/** Lines of a file below each other, each with its indent in columns. */
function rawLines(...lines: readonly (readonly [string, number?])[]): RawLine[] {
  return lines.map(([text, indent = 0], number) => ({ at: 0, end: text.length, number, indent, text }));
}

const full = (characters: number) => '青'.repeat(characters);

test('a text is wrapped if four full lines end within a sentence, or all of three', () => {
  const width = { width: 60, steady: true };
  const [line, last] = [[full(30)], [`${full(29)}。`]] as const;
  expect(wrappingOf(rawLines(line, line, last, last))).toEqual(width);
  expect(wrappingOf(rawLines(line, last, last, last))).toBeUndefined();
  expect(wrappingOf(rawLines(line, line, line))).toEqual(width);
  expect(wrappingOf(rawLines(line, line, last))).toBeUndefined();
});

test('a full line may be up to two characters short, and the next line may be indented by one column', () => {
  const wrapping = { width: 60, steady: true };
  const joins = (length: number, indent: number) => {
    const [line, next] = rawLines([full(length)], [full(5), indent]);
    return line !== undefined && next !== undefined && joinsNext(line, next, wrapping);
  };
  expect([joins(28, 0), joins(27, 0)]).toEqual([true, false]);
  expect([joins(30, 1), joins(30, 2)]).toEqual([true, false]);
});
