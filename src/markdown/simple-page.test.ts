import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventLetters } from '../corpus/corpus.ts';
import { anyBody } from './bodies.fixture.ts';
import { renderParsedPage } from './rendered-page.ts';
import { renderSimplePage } from './simple-page.ts';

/** The end of a letter, which layout sets apart, and what is not quite one. */
const ending = fc.constantFrom(
  ...[
    '',
    '\n\n虚构市教育局\n\n2020年5月6日',
    '\n\n虚构局、虚构厅\n\n二〇二〇年五月六日\n',
    '\n\n2020 年 5 月 6 日\n',
  ],
  ...['\n\n虚构局，\n\n2020年5月6日', '\n\n2020年5月6日\n\n附件：虚构', '\n\n|甲|\n|-|\n\n2020年5月6日'],
);
const beginning = fc.constantFrom('', '虚构委员：\n\n', '## 虚构：\n\n', '|甲|\n|-|\n|乙|\n\n');

test('a page that is rendered without parsing is the page that parsing gives', () => {
  let [simple, withTable] = [0, 0];
  fc.assert(
    fc.property(beginning, anyBody, ending, (first, middle, last) => {
      const markdown = first + middle + last;
      const page = renderSimplePage(markdown);
      if (page === undefined) return;
      simple += 1;
      if (page.html.includes('<table')) withTable += 1;
      expect(page).toEqual(renderParsedPage(markdown));
    }),
    { numRuns: 3000 },
  );
  expect(simple).toBeGreaterThan(300);
  expect(withTable).toBeGreaterThan(30);
});

test('the usual letter is rendered without parsing', () => {
  for (const { body } of inventLetters(20)) {
    const page = renderSimplePage(body);
    expect(page).toBeDefined();
    expect(page).toEqual(renderParsedPage(body));
  }
});
