import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventLetters } from '../corpus/corpus.ts';
import { parsedBlocks } from './blocks.ts';
import { simpleBlocks } from './simple-blocks.ts';

const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom('吉林省', '答复', '2019', 'GDP', '，', '。', '（一）', '“', 'a', '\n\n'),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom('\n', '\n\n', '\n## ', '\n\n### ', '# ', '　', ' ', '  \n', '\u00a0', '1.'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ...[
        '#',
        '##',
        '-',
        '- ',
        '=',
        '\n---\n',
        '\n===',
        '\n:-\n',
        '\n1) ',
        '\n+ ',
        '*',
        '_',
        '`',
        '~',
        '>',
        '\n> ',
      ],
      ...[
        '<b>',
        '&amp;',
        '[',
        ']',
        '![',
        '|',
        '\\',
        '\t',
        '\r',
        'www.a.cn',
        'http://a.cn',
        'a@b.cn',
        '$',
        '{',
        '^',
      ],
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
);
const cell = fc.constantFrom('项目', '1', '', ' ', ' 数量 ', '--', ':-:', '　');
const row = fc.array(cell, { minLength: 1, maxLength: 3 }).map((cells) => `|${cells.join('|')}|`);
const table = fc
  .tuple(
    row,
    fc.constantFrom('|-|', '| --- | ---: |', '|:-:|-|-|', '|--|--|x|'),
    fc.array(row, { maxLength: 3 }),
  )
  .map(([head, under, rows]) => ['\n', head, under, ...rows, ''].join('\n'));
const body = fc
  .array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 3, arbitrary: table }), { maxLength: 10 })
  .map((pieces) => pieces.join(''));

test('what is read without parsing is what parsing reads', () => {
  let [simple, withTable] = [0, 0];
  fc.assert(
    fc.property(body, (markdown) => {
      const blocks = simpleBlocks(markdown);
      if (blocks === undefined) return;
      simple += 1;
      if (blocks.some(({ kind }) => kind === 'table')) withTable += 1;
      expect(blocks).toEqual(parsedBlocks(markdown));
    }),
    { numRuns: 3000 },
  );
  expect(simple).toBeGreaterThan(300);
  expect(withTable).toBeGreaterThan(10);
});

test('the usual letter is read without parsing', () => {
  for (const { body: markdown } of inventLetters(20)) {
    expect(simpleBlocks(markdown)).toEqual(parsedBlocks(markdown));
    expect(simpleBlocks(markdown)).toBeDefined();
  }
});
