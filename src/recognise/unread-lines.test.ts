import { describe, expect, test } from 'vitest';
import { linesOf } from './lines.ts';
import { reportUnreadLines } from './unread-lines.ts';

/** The level and the offset's line of each message about lines of which none is accounted for. */
function reportsOn(texts: readonly string[], place: { from: number; start: number; end: number }) {
  const decoded = texts.join('\n');
  const { messages } = reportUnreadLines(decoded, linesOf(decoded), { ...place, titled: true }, []);
  return messages.map(({ level, at }) => [level, decoded.slice(0, at).split('\n').length - 1]);
}

const text = (order: number) => `青石河疏浚工程${order}号`;

describe('text that nothing has read', () => {
  const below = (count: number) => Array.from({ length: count }, (_, order) => text(order));

  test('is a warning for each of the three lines below the letter, and one message for the rest', () => {
    expect(reportsOn(['正文', ...below(6)], { from: 0, start: 0, end: 1 })).toEqual([
      ['warning', 1],
      ['warning', 2],
      ['warning', 3],
      ['info', 4],
    ]);
  });

  test('is a warning for each line between title and letter, and one message above the title', () => {
    const page = [text(0), text(1), '标题', text(2), '正文'];
    expect(reportsOn(page, { from: 3, start: 4, end: 5 })).toEqual([
      ['warning', 3],
      ['info', 0],
    ]);
  });

  test('is not reported below the end of the page proper, nor if it says nothing', () => {
    const page = ['正文', text(0), '上一篇：工作动态', text(1), '——', '甲'];
    expect(reportsOn(page, { from: 0, start: 0, end: 1 })).toEqual([['warning', 1]]);
    expect(reportsOn(['正文', '甲', '——', '— 2 —'], { from: 0, start: 0, end: 1 })).toEqual([]);
  });

  test('far from the letter is reported if it has five characters or more', () => {
    for (const [words, count] of [
      ['青石河边', 0],
      ['青石河边上', 1],
    ] as const)
      expect(reportsOn([words, '甲', '正文'], { from: 2, start: 2, end: 3 })).toHaveLength(count);
  });
});
