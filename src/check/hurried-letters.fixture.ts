/** A letter without a mistake. */
export const goodLetter = `---
title: 虚构市教育局关于市人大十四届二次会议第15号建议的答复
documentNumber: 虚教〔2020〕5号
issuer: 虚构市教育局
issuedOn: 2020-05-06
proposal:
  assembly: 人大
  scope: 市
  term: 14
  session: 2
  number: "15"
  kind: 建议
recipients:
  - 甲乙
---

甲乙代表：

您好。
`;

/** A mistake of a hurried person: what is changed in a good file, and the one finding that the check gives. */
export type Mistake = [name: string, from: string | RegExp, to: string, finding: string];

/** Mistakes in the YAML of {@link goodLetter}. */
export const inYaml: Mistake[] = [
  ['a tab', '  scope', '\tscope', '8:1 error yaml 写法有误：缩进用了制表符，请改用空格。'],
  ['tabs everywhere', /^ {2}/gm, '\t', '7:1 error yaml 写法有误：缩进用了制表符，请改用空格（共 7 行）。'],
  [
    'a full-width colon',
    'issuer: ',
    'issuer：',
    '4:7 error yaml 写法有误：冒号是全角的，请改成半角冒号，后面空一格。',
  ],
  [
    'a full-width colon below a field',
    'term: ',
    'term：',
    '9:7 error yaml 写法有误：冒号是全角的，请改成半角冒号，后面空一格。',
  ],
  [
    'only full-width colons',
    /: ?/g,
    '：',
    '2:6 error yaml 写法有误：冒号是全角的，请改成半角冒号，后面空一格（共 12 行）。',
  ],
  ['no space behind a colon', 'issuer: ', 'issuer:', '4:8 error yaml 写法有误：冒号后面要空一格。'],
  ['no space in front of an item', '- 甲乙', '-甲乙', '14:4 error yaml 写法有误：列表的 - 后面要空一格。'],
  [
    'a long dash in front of an item',
    '- 甲乙',
    '— 甲乙',
    '14:3 error yaml 写法有误：列表的每一项以半角连字符 - 开头，后面空一格。',
  ],
  [
    'a field twice',
    'issuedOn',
    'issuer: 乙\nissuedOn',
    '5:1 error yaml 写法有误：字段“issuer”写了两次，请删去一个。',
  ],
  ['a quote that never ends', 'issuer: ', 'issuer: "', '4:9 error yaml 写法有误：引号没有收尾。'],
  [
    'a colon in a value',
    '虚构市教育局\n',
    '虚构市: 教育局\n',
    '4:9 error yaml 写法有误：值里有冒号，请用引号括起整个值。',
  ],
  [
    'a value with a bracket in front',
    'issuer: 虚构市',
    'issuer: [虚构]市',
    '4:9 error yaml 写法有误：值以方括号或花括号开头，请用引号括起整个值。',
  ],
  [
    'a value with a sign in front',
    'issuer: ',
    'issuer: @',
    '4:9 error yaml 写法有误：值以特殊符号开头，请用引号括起整个值。',
  ],
  [
    'a field moved to the right',
    'issuedOn',
    ' issuedOn',
    '5:2 error yaml 写法有误：缩进没有对齐，请与上面同一层的字段左端对齐。',
  ],
  [
    'a field moved to the left',
    '  term',
    ' term',
    '9:2 error yaml 写法有误：缩进没有对齐，请与上面同一层的字段左端对齐。',
  ],
];

/** Mistakes in what is around it. */
export const inForm: Mistake[] = [
  ['no closing line', '---\n\n', '\n', '15:1 error frontmatter 文件头没有结尾。请在正文之前补一行 ---。'],
  [
    'a closing line too short',
    '---\n\n',
    '--\n\n',
    '15:1 error frontmatter 文件头的结尾应恰好是三个半角连字符 ---，前后没有空格。',
  ],
  [
    'a closing line of long dashes',
    '---\n\n',
    '———\n\n',
    '15:1 error frontmatter 文件头的结尾应恰好是三个半角连字符 ---，前后没有空格。',
  ],
  [
    'a closing line with a space',
    '---\n\n',
    '--- \n\n',
    '15:1 error frontmatter 文件头的结尾应恰好是三个半角连字符 ---，前后没有空格。',
  ],
  ['no opening line', /^---\n/, '', '1:1 error frontmatter 文件头之前缺少一行 ---。请在第一行补上。'],
  ['an empty line in front', /^/, '\n', '1:1 error frontmatter 文件头之前不能有空行。请删去。'],
  [
    'a merge conflict in the frontmatter',
    /^issuer.*$/m,
    '<<<<<<< HEAD\nissuer: 甲\n=======\nissuer: 乙\n>>>>>>> 乙',
    '4:1 error merge-conflict 第 4–8 行的合并冲突还没有解决。请在 <<<<<<< 和 >>>>>>> 之间保留一种写法，删去这些标记。',
  ],
  [
    'a merge conflict in the text',
    '您好。',
    '<<<<<<< HEAD\n您好。\n=======\n你好。\n>>>>>>> 乙',
    '19:1 error merge-conflict 第 19–23 行的合并冲突还没有解决。请在 <<<<<<< 和 >>>>>>> 之间保留一种写法，删去这些标记。',
  ],
  [
    'a byte order mark',
    /^/,
    '\ufeff',
    '1:1 error encoding 文件开头有字节顺序标记（BOM）。请另存为“UTF-8（无 BOM）”。',
  ],
  [
    'old line ends',
    /\n/g,
    '\r',
    '1:1 error encoding 文件的换行符是旧式的（CR），会被看作一整行。请另存为 LF 或 CRLF 换行。',
  ],
  [
    '3 MB',
    '您好。',
    '您好。'.repeat(350_000),
    '1:1 error size 文件有 3077 KB，超过 1024 KB，不像一份手写的文字。请把图片、表格等另存为原件的附件。',
  ],
];
