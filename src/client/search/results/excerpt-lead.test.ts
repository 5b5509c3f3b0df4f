import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortenLead } from './excerpt-lead.ts';

const plain = (text: string) => ({ text, marked: false });
const marked = (text: string) => ({ text, marked: true });

test('a match far into an excerpt comes near its beginning', () => {
  expect(
    shortenLead([plain('…'), plain('一二三四五六七八九十一二三四五六七'), marked('电梯'), plain('补贴')]),
  ).toEqual([plain('…二三四五六七八九十一二三四五六七'), marked('电梯'), plain('补贴')]);
});

test('an excerpt that begins near its match, or has none, stays', () => {
  const near = [plain('小区加装'), marked('电梯')];
  expect(shortenLead(near)).toBe(near);
  const none = [plain('长'.repeat(80))];
  expect(shortenLead(none)).toBe(none);
});

test('whatever is shortened, the matches and all that follows stay', () => {
  const segment = fc.record({ text: fc.string({ unit: 'grapheme', minLength: 1 }), marked: fc.boolean() });
  fc.assert(
    fc.property(fc.array(segment), (segments) => {
      const from = segments.findIndex((one) => one.marked);
      const kept = shortenLead(segments);
      if (from === -1) expect(kept).toEqual(segments);
      else expect(kept.slice(kept.findIndex((one) => one.marked))).toEqual(segments.slice(from));
    }),
  );
});
