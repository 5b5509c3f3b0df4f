import { describe, expect, test } from 'vitest';
import { letterBlocks } from '../../markdown/blocks.ts';
import { createExcerpt } from './excerpt.ts';
import { phrasesToMark } from '../query/matches.ts';

const body = `此件为虚构。

## 一、关于道路

路面已经修好。

### （一）照明

路灯已经装好。

## 二、关于养老服务

日间照料中心已经开放。`;

function excerptOf(query: string) {
  const letter = { title: '答复（虚构）', header: [], body: letterBlocks(body) };
  return createExcerpt(letter, phrasesToMark(query));
}

test('the excerpt of a paragraph names the nearest heading above it', () => {
  expect(excerptOf('路灯').heading?.text).toBe('（一）照明');
  expect(excerptOf('照料中心').heading?.text).toBe('二、关于养老服务');
  expect(excerptOf('此件').heading).toBeUndefined();
});

test('a short block is followed by the next blocks, with their matches, up to the length of an excerpt', () => {
  const shown = (query: string) =>
    excerptOf(query).segments.map(({ text, marked }) => (marked ? `[${text}]` : text));
  expect(shown('照明').join('')).toBe('（一）[照明] 路灯已经装好。 二、关于养老服务 日间照料中心已经开放。');
  expect(shown('已经').join('')).toBe(
    '路面[已经]修好。 （一）照明 路灯[已经]装好。 二、关于养老服务 日间照料中心[已经]开放。',
  );
  const long = `## 一、关于道路\n\n${'路面已经修好。'.repeat(40)}`;
  const { segments } = createExcerpt(
    { title: '', header: [], body: letterBlocks(long) },
    phrasesToMark('道路'),
  );
  const text = segments.map((piece) => piece.text).join('');
  expect(text).toMatch(/^一、关于道路 路面已经修好。.*…$/);
  expect(text).toHaveLength(111);
});

test('the excerpt of a heading names the heading of higher rank above it, not the one before it', () => {
  expect(excerptOf('照明').heading?.text).toBe('一、关于道路');
  expect(excerptOf('养老服务').heading).toBeUndefined();
});

describe('the excerpt of a long paragraph', () => {
  const shown = (text: string) => {
    const letter = { title: '', header: [], body: letterBlocks(text) };
    return createExcerpt(letter, phrasesToMark('照明')).segments.map((segment) => segment.text);
  };
  const fill = (length: number) => '路'.repeat(length);

  test('has the match in its middle', () => {
    expect(shown(`${fill(200)}照明${fill(200)}`)).toEqual(['…', fill(54), '照明', fill(54), '…']);
  });

  test('begins with a sentence or clause when one begins near the match', () => {
    expect(shown(`${fill(180)}。${fill(20)}照明${fill(200)}`)).toEqual([
      '…',
      fill(20),
      '照明',
      fill(88),
      '…',
    ]);
    expect(shown(`${fill(100)}。${fill(100)}照明${fill(200)}`)).toEqual([
      '…',
      fill(54),
      '照明',
      fill(54),
      '…',
    ]);
  });

  test('has no ellipsis at the beginning or end of the paragraph', () => {
    expect(shown(`照明${fill(200)}`)).toEqual(['照明', fill(108), '…']);
    expect(shown(`${fill(20)}照明`)).toEqual([fill(20), '照明']);
  });
});

describe('of a letter with formulas', () => {
  const text = `甲委员：

您在市政协三届一次会议上提出的《关于加装电梯的提案》收悉，经认真研究办理，现答复如下：

## 一、关于资金

市财政已经安排补贴。

感谢您对养老工作的关心和支持。

青岚市民政局

2020年6月10日`;
  const letter = {
    title: '对第7号提案的答复（虚构）',
    header: [
      { label: '发文机关', text: '青岚市民政局' },
      { label: '案由', text: '关于加装电梯的提案' },
    ],
    body: letterBlocks(text),
  };
  const excerpt = (query: string) => createExcerpt(letter, phrasesToMark(query));
  const shown = (query: string) =>
    excerpt(query)
      .segments.map((segment) => segment.text)
      .join('');

  test('the excerpt begins behind the formula, and the name has the marks', () => {
    expect(shown('电梯')).toBe('一、关于资金 市财政已经安排补贴。 感谢您对养老工作的关心和支持。');
    expect(excerpt('电梯').name).toEqual([
      { text: '关于加装', marked: false },
      { text: '电梯', marked: true },
      { text: '的提案', marked: false },
    ]);
  });

  test('the formula is shown if it is what is searched for', () => {
    expect(shown('认真研究')).toContain('收悉，经认真研究办理');
    expect(shown('补贴')).toBe('市财政已经安排补贴。 感谢您对养老工作的关心和支持。');
  });

  test('thanks are under no heading', () => {
    expect(excerpt('补贴').heading?.text).toBe('一、关于资金');
    expect(excerpt('养老工作').heading).toBeUndefined();
  });

  test('a signature is shown as a header value, and its date behind the last sentence', () => {
    expect([excerpt('民政局').label, shown('民政局')]).toEqual(['发文机关', '青岚市民政局']);
    const { heading, segments } = excerpt('2020年6月10日');
    expect(heading).toBeUndefined();
    expect(segments.map((segment) => segment.text).join('')).toBe(
      '感谢您对养老工作的关心和支持。 青岚市民政局 2020年6月10日',
    );
    expect(segments.at(-1)).toEqual({ text: '2020年6月10日', marked: true });
  });

  test('a formula in a paragraph with more behind it hides none of that', () => {
    const body = letterBlocks(
      '您提出的《关于电梯的提案》收悉。现将有关情况答复如下：一是安排补贴，二是简化手续。',
    );
    const { segments } = createExcerpt({ ...letter, body }, phrasesToMark('电梯'));
    expect(segments).toEqual([{ text: '一是安排补贴，二是简化手续。', marked: false }]);
  });
});
