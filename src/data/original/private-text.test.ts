import { expect, test } from 'vitest';
import { blotPrivateText, holdsPrivateText } from './private-text.ts';

const decoded = '正文1234567\n联系人:王五\n13800138000\n页脚 138-0013-8000 0500-7654321';
const at = decoded.indexOf('联系人');
const footer = decoded.indexOf('页脚');
const dropped = [
  { at, length: footer - 1 - at, why: 'private' },
  { at: footer, length: decoded.length - footer, why: 'site-chrome' },
];

test('private text is blotted out character by character, its lines kept', () => {
  expect(blotPrivateText({ decoded, dropped: dropped.slice(0, 1) })).toBe(
    '正文1234567\n＊＊＊＊＊＊\n＊＊＊＊＊＊＊＊＊＊＊\n页脚 138-0013-8000 0500-7654321',
  );
});

test('its numbers are blotted out where the page repeats them; nothing else is', () => {
  const blotted = blotPrivateText({ decoded, dropped });
  expect(blotted).toHaveLength(decoded.length);
  expect(blotted.split('\n').at(-1)).toBe('页脚 ＊＊＊＊＊＊＊＊＊＊＊＊＊ 0500-7654321');
});

test('ranges that meet or overlap, and none', () => {
  const ranges = [
    { at: 0, length: 2, why: 'private' },
    { at: 1, length: 2, why: 'private' },
  ];
  expect(blotPrivateText({ decoded: '甲乙丙丁', dropped: ranges })).toBe('＊＊＊丁');
  expect(blotPrivateText({ decoded, dropped: [] })).toBe(decoded);
  expect([holdsPrivateText({ dropped }), holdsPrivateText({ dropped: [] })]).toEqual([true, false]);
});
