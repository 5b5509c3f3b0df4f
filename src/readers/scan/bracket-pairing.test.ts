import { expect, test } from 'vitest';
import { pairBrackets } from './bracket-pairing.ts';

/** Reads the symbols of a text. `?5` after a symbol gives it a confidence of 50. */
function read(text: string): string {
  const symbols = [...text.matchAll(/(.)(?:\?(\d))?/gsu)].map(([, character = '', tenths = '9']) => ({
    text: character,
    confidence: Number(tenths) * 10,
    bbox: { x0: 0, y0: 0, x1: 1, y1: 1 },
  }));
  return pairBrackets(symbols)
    .map((symbol) => symbol.text)
    .join('');
}

test.each([
  ['a round bracket seen as an angular one', '〈?8虚构)', '(虚构)'],
  ['a closing one seen as another', '《关于公交的提案)?3收悉', '《关于公交的提案》收悉'],
  ['a pair inside a pair', '《关于〈条例》?2的提案》', '《关于〈条例〉的提案》'],
  ['black brackets around a year', '云陵教函【2031】58号', '云陵教函〔2031〕58号'],
  ['square ones of which it was not sure', '云陵教函[?72031]?758号', '云陵教函〔2031〕58号'],
  ['a square one behind a right one', '云陵教函〔2031]58号', '云陵教函〔2031〕58号'],
  ['a square bracket seen as a letter', '云陵教函[?52031j?558号', '云陵教函〔2031〕58号'],
])('mends %s', (_, seen, expected) => {
  expect(read(seen)).toBe(expected);
});

test.each(['云陵教函[2031]58号', '云陵教函(2031)58号', '(一)规范运行', '一)二(三', '【提示】2031年'])(
  'leaves %s as it was read',
  (text) => {
    expect(read(text)).toBe(text);
  },
);
