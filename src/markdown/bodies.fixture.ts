import fc from 'fast-check';

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
/** Bodies of letters, many of which look simple and are not. */
export const anyBody = fc
  .array(fc.oneof({ weight: 9, arbitrary: piece }, { weight: 3, arbitrary: table }), { maxLength: 10 })
  .map((pieces) => pieces.join(''));
