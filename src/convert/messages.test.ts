import { expect, test } from 'vitest';
import { messageOffsets, placeMessages } from './messages.ts';

const decoded = '标题\n林若水代表：\n正文';

test('messages get the line and column of their offset and are sorted by it', () => {
  const text = '';
  const read = [{ level: 'info', rule: 'seal', line: 2, column: 1, text }] as const;
  const reported = [
    { level: 'warning', rule: 'unread-line', at: 10, text },
    { level: 'warning', rule: 'unfit-value', at: 3, text },
    { level: 'suggestion', rule: 'dash', at: 3, text, suggestion: '—' },
  ] as const;
  expect(placeMessages(decoded, read, reported)).toEqual([
    // At one place the reader's message comes first, then the others in the order they were reported.
    { level: 'info', rule: 'seal', line: 2, column: 1, text },
    { level: 'warning', rule: 'unfit-value', line: 2, column: 1, text },
    { level: 'suggestion', rule: 'dash', line: 2, column: 1, text, suggestion: '—' },
    { level: 'warning', rule: 'unread-line', line: 3, column: 1, text },
  ]);
});

test('the offset of a message leads back to its line and column', () => {
  const text = '';
  for (let at = 0; at <= decoded.length; at += 1) {
    const placed = placeMessages(decoded, [], [{ level: 'info', rule: 'seal', at, text }]);
    expect(messageOffsets(decoded, placed)).toEqual([at]);
  }
});
