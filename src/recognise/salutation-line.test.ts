import { expect, test } from 'vitest';
import { linesOf } from './lines.ts';
import { salutationOf } from './salutation-line.ts';

/** The names addressed on the line `index`, and the first and last line of the salutation. */
function recipientsOf(texts: readonly string[], index: number) {
  const found = salutationOf(linesOf(texts.join('\n\n')), index);
  return found && [found.first, found.last, ...found.read.recipients.map(({ text }) => text)];
}

test('spaces separate names, or pad a name of two characters', () => {
  expect(recipientsOf(['陈望舒 何知远代表：'], 0)).toEqual([0, 0, '陈望舒', '何知远']);
  expect(recipientsOf(['李  青代表：'], 0)).toEqual([0, 0, '李青']);
});

test('a list of names continues over lines that end in a comma, wherever one looks at it', () => {
  const texts = ['标题', '林若水、何知远、', '陈望舒、李青、', '王晓明委员：', '收悉。'];
  for (const index of [1, 2, 3])
    expect(recipientsOf(texts, index)).toEqual([1, 3, '林若水', '何知远', '陈望舒', '李青', '王晓明']);
});
