import { expect, test } from 'vitest';
import { decodedRange, foldText } from './folded-text.ts';

const fold = (text: string, spaces?: 'single') => foldText(text, { at: 0, end: text.length }, spaces);

test.each([
  ['２０１９年　６月', '2019年6月'],
  ['！～', '!~'],
  ['「提案」『建议』', '“提案”“建议”'],
  ['政\u200b协', '政协'],
  ['第&nbsp;3&#160;号&amp;', '第3号&'],
  ['關(guān)於（yú）', '关于'],
])('%s is read as %s', (decoded, folded) => {
  expect(fold(decoded).text).toBe(folded);
});

test('one space is kept of each run where words may be apart, none at the start', () => {
  expect(fold(' 教育局 \t 财政局', 'single').text).toBe('教育局 财政局');
});

test('what is read leads back to all that was received for it', () => {
  const decoded = '答復（fù）： 關(guān)于';
  const folded = fold(decoded);
  expect(folded.text).toBe('答复:关于');
  const received = (index: number, length: number) => {
    const { at, end } = decodedRange(folded, { index, length });
    return decoded.slice(at, end);
  };
  expect(received(0, 2)).toBe('答復（fù）');
  expect(received(3, 1)).toBe('關(guān)');
  expect(received(3, 0)).toBe('');
  expect(received(5, 0)).toBe('');
  expect(decodedRange(folded, { index: 5, length: 0 })).toEqual({ at: decoded.length, end: decoded.length });
});
