import { expect, test } from 'vitest';
import { findOpening } from './letter-opening.ts';
import { findLetterStart } from './letter-start.ts';
import { linesOf } from './lines.ts';

/** The proposal's title as the opening of a letter cites it. */
function citedIn(...texts: string[]): string | undefined {
  const lines = linesOf(texts.join('\n\n'));
  const start = findLetterStart(lines);
  const blocks = lines.map(({ at, end }, index) => ({ at, end, use: 'prose' as const, lines: [index] }));
  return start && findOpening(lines, start, blocks)?.read.title?.text;
}

const title = '关于疏浚青石河的提案';

test('the opening cites the proposal below the salutation or on its line', () => {
  expect(citedIn('林若水委员：', `您提出的《${title}》收悉，现答复如下：`)).toBe(title);
  expect(citedIn(`林若水委员：您提出的《${title}》收悉，现答复如下：`)).toBe(title);
});

test('the next paragraph may cite it instead, if it begins with what the member proposed', () => {
  const opening = '您的提案收悉，现答复如下：';
  expect(citedIn('林若水委员：', opening, `您提出的《${title}》收悉。`)).toBe(title);
  expect(citedIn('林若水委员：', opening, `何知远委员提出的《${title}》收悉。`)).toBeUndefined();
});
