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
