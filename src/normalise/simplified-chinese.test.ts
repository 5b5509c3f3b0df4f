import { expect, test } from 'vitest';
import { foldText } from './folded-text.ts';
import { toSimplified } from './simplified-chinese.ts';

const simplify = (text: string) => Array.from(text, toSimplified).join('');

test.each([
  ['遼寧省瀋陽市檔案館', '辽宁省沈阳市档案馆'],
  ['烏魯木齊市', '乌鲁木齐市'],
  ['繼續負責提案的答覆', '继续负责提案的答复'],
  ['甯夏回族自治區', '宁夏回族自治区'],
])('%s is read as %s', (traditional, simplified) => {
  expect(simplify(traditional)).toBe(simplified);
});

test('simplified text and what is no character of it stay', () => {
  const text = '关于对政协第十二届二次会议第283号提案的复函（A类）';
  expect(simplify(text)).toBe(text);
});

test.each(['乾县人民政府', '摺扇和薹菜', '么麽小丑'])('%s is simplified already', (text) => {
  expect(simplify(text)).toBe(text);
});

test('a simplified form of another length keeps its place in the text', () => {
  const folded = foldText('甲𡄣㗲乙', { at: 0, end: 5 });
  expect(folded.text).toBe('甲𡄣𠵾乙');
  expect(folded.starts).toEqual([0, 1, 1, 3, 3, 4]);
  expect(folded.ends).toEqual([1, 3, 3, 4, 4, 5]);
});
