import { expect, test } from 'vitest';
import { redactPrivateText, holdsPrivateText } from './private-text.ts';

const decoded = '正文1234567\n联系人:王五\n13800138000\n页脚 138-0013-8000 0500-7654321';
const at = decoded.indexOf('联系人');
const footer = decoded.indexOf('页脚');
const dropped = [
  { at, length: footer - 1 - at, why: 'private' },
  { at: footer, length: decoded.length - footer, why: 'site-chrome' },
];

test('private text is redacted character by character, and its line breaks are kept', () => {
  expect(redactPrivateText({ decoded, dropped: dropped.slice(0, 1) })).toBe(
    '正文1234567\n＊＊＊＊＊＊\n＊＊＊＊＊＊＊＊＊＊＊\n页脚 138-0013-8000 0500-7654321',
  );
});

test('its numbers are redacted wherever the page repeats them, and nothing else is', () => {
  const blotted = redactPrivateText({ decoded, dropped });
  expect(blotted).toHaveLength(decoded.length);
  expect(blotted.split('\n').at(-1)).toBe('页脚 ＊＊＊＊＊＊＊＊＊＊＊＊＊ 0500-7654321');
});

test('adjacent and overlapping ranges are redacted, and nothing without ranges', () => {
  const ranges = [
    { at: 0, length: 2, why: 'private' },
    { at: 1, length: 2, why: 'private' },
  ];
  expect(redactPrivateText({ decoded: '甲乙丙丁', dropped: ranges })).toBe('＊＊＊丁');
  expect(redactPrivateText({ decoded, dropped: [] })).toBe(decoded);
  expect([holdsPrivateText({ dropped }), holdsPrivateText({ dropped: [] })]).toEqual([true, false]);
});
