/** A file of the content folder that the check refuses, with the first finding that it gives. */
export interface HostileFile {
  name: string;
  /** Below the content folder. */
  path: string;
  text: string | Buffer;
  rule: string;
  /** `line:column` */
  at: string;
}

const head = 'title: 虚构市教育局关于第1号建议的答复\nissuer: 虚构市教育局\nissuedOn: 2020-05-06\n';
const letterPath = 'replies/2020/npc-1-1-1.md';
const pageHead = 'title: 虚构的说明\ndescription: 虚构\norder: 9\n';

function file(name: string, path: string, text: string | Buffer, rule: string, at: string): HostileFile {
  return { name, path, text, rule, at };
}

/** Hostile frontmatter, with the lines of a good letter above it. */
function matter(name: string, lines: string, rule: string, at: string): HostileFile {
  return file(name, letterPath, `---\n${head}${lines}---\n\n甲代表：\n`, rule, at);
}

function body(name: string, text: string, rule: string, at: string): HostileFile {
  return file(name, letterPath, `---\n${head}---\n\n${text}\n`, rule, at);
}

function page(
  name: string,
  path: string,
  text = `---\n${pageHead}---\n\n虚构\n`,
  rule = 'file-name',
  at = '1:1',
) {
  return file(name, `pages/${path}`, text, rule, at);
}

const aliasBomb = `a: &a [x, x, x, x]\n${'bcdefgh'
  .split('')
  .map((key, index) => `${key}: &${key} [${`*${'abcdefg'[index] ?? ''}, `.repeat(8)}x]\n`)
  .join('')}`;

const yaml = [
  matter('an alias bomb', aliasBomb, 'yaml', '5:4'),
  matter('an alias', 'role: *a\n', 'yaml', '5:7'),
  matter('a tag', 'role: !!binary aaaa\n', 'yaml', '5:7'),
  matter('a tag of its own', 'role: !js/function a\n', 'yaml', '5:7'),
  matter('lists in each other', `categories: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, 'yaml', '5:33'),
  matter('items in each other', `categories:\n  ${'- '.repeat(10_000)}a\n`, 'yaml', '6:43'),
  matter('ten thousand fields', 'a: b\n'.repeat(10_000), 'yaml', '5002:2'),
  matter('frontmatter of 300 KB', `indexNumber: ${'1'.repeat(300_000)}\n`, 'yaml', '2:1'),
  matter('a repeated field', 'issuer: 乙\n', 'yaml', '5:1'),
  matter('a field that every object has', '__proto__: {a: b}\n', 'unknown-field', '5:1'),
  matter('a day that no calendar has', 'publishedOn: 2019-02-31\n', 'schema', '5:14'),
  matter('a second document', '--- a\nb: c\n', 'yaml', '5:1'),
  file('a directive', 'site.yml', '%YAML 1.1\n---\nname: a\n', 'yaml', '1:1'),
  file('site.yml with an alias', 'site.yml', 'name: &a b\ndescription: *a\n', 'yaml', '1:7'),
  file('site.yml with a hidden character', 'site.yml', 'name: 档\u200b案\n', 'hidden-character', '1:8'),
];

const form = [
  matter('a closing line behind U+2028', 'draft: true\u2028---\nx: y\n', 'hidden-character', '5:12'),
  file(
    'a closing line behind a lone CR',
    letterPath,
    `---\n${head}draft: true\r---\n\n甲\n`,
    'hidden-character',
    '5:12',
  ),
  file('a closing line with a space', letterPath, `---\n${head}--- \n\n甲\n`, 'frontmatter', '5:1'),
  file('an opening line with a space', letterPath, `--- \n${head}---\n\n甲\n`, 'frontmatter', '1:1'),
  file('a byte order mark', letterPath, `\ufeff---\n${head}---\n\n甲\n`, 'encoding', '1:1'),
  file('TOML', letterPath, '+++\ntitle = "a"\n+++\n\n甲\n', 'frontmatter', '1:1'),
  file(
    'another encoding',
    letterPath,
    Buffer.concat([Buffer.from('---\n甲'), Buffer.from([0xb4, 0xf0])]),
    'encoding',
    '2:2',
  ),
  file('an empty file', letterPath, '', 'frontmatter', '1:1'),
  file('a file of 2 MB', letterPath, `---\n${head}---\n\n${'甲'.repeat(700_000)}\n`, 'size', '1:1'),
];

const nesting = [
  body('3,000 quotes', `${'> '.repeat(3000)}甲`, 'nesting', '7:1'),
  body('quotes without spaces', `甲\n\n${'>'.repeat(3000)}甲`, 'nesting', '9:1'),
  body('2,000 lists', `${'- '.repeat(2000)}甲`, 'nesting', '7:1'),
  body(
    'lists by indentation',
    Array.from({ length: 60 }, (_, at) => `${'  '.repeat(at)}- 甲`).join('\n'),
    'nesting',
    '57:1',
  ),
  body('20,000 divs', '<div>'.repeat(20_000), 'nesting', '7:501'),
  body('spans in a line', `甲${'<span>'.repeat(3000)}`, 'nesting', '7:602'),
  body('tables in each other', '<table><tr><td>'.repeat(3000), 'nesting', '7:1501'),
  body('cells in SVG', `<svg>${'<td>'.repeat(3000)}`, 'nesting', '7:402'),
  body(
    'formatting that never ends',
    `${Array.from({ length: 60 }, (_, at) => `<font color=${at}>`).join('')}${'<p>甲'.repeat(20_000)}`,
    'nesting',
    '7:14103',
  ),
  body('10,000 comments', '甲 <!--'.repeat(10_000), 'nesting', '7:1203'),
  body('10,000 brackets', '['.repeat(10_000), 'nesting', '7:1'),
  body('50,000 asterisks', `甲\n\n${'*甲 '.repeat(25_000)}${'甲* '.repeat(25_000)}`, 'nesting', '9:1'),
  body('asterisks around a word', `${'*'.repeat(25_000)}甲${'*'.repeat(25_000)}`, 'nesting', '7:1'),
  body('a table of 9,000 rows', `|甲|乙|\n|-|-|\n${'|1|2|\n'.repeat(9000)}`, 'nesting', '7:1'),
  body(
    'a table that short rows fill up',
    `${'|a'.repeat(3000)}|\n${'|-'.repeat(3000)}|\n${'|b\n'.repeat(3000)}`,
    'nesting',
    '7:1',
  ),
  body(
    '10,000 notes',
    Array.from({ length: 10_001 }, (_, at) => `[^${at}]`).join('\n\n'),
    'nesting',
    '20007:1',
  ),
  body(
    'a long definition with many references',
    `[a]: b '${'甲'.repeat(100_000)}'\n\n${'[a]\n\n'.repeat(200)}`,
    'nesting',
    '7:1',
  ),
  body('100,000 lines', '甲\n\n'.repeat(50_000), 'nesting', '40007:1'),
  body('20,000 lines without an empty one', '甲\n'.repeat(20_000), 'nesting', '7:1'),
];

const pages = [
  page('a page without frontmatter', 'x.md', '虚构\n', 'frontmatter'),
  page('a page without description', 'x.md', '---\ntitle: 虚构\norder: 1\n---\n', 'schema', '2:1'),
  page('a page with a misspelt field', 'x.md', `---\n${pageHead}titel: a\n---\n`, 'unknown-field', '5:1'),
  page(
    'a page with an order in words',
    'x.md',
    `---\n${pageHead.replace('9', '第九')}---\n`,
    'schema',
    '4:8',
  ),
  page('a page with 3,000 quotes', 'x.md', `---\n${pageHead}---\n\n${'>'.repeat(3000)}\n`, 'nesting', '7:1'),
  page('the search page', 'search.md'),
  page('the home page', 'index.md'),
  page('the page of errors', '404.md'),
  page('an overview', 'years.md'),
  page('a letter', 'replies/2019/x.md'),
  page('a list', 'agencies/x.md'),
  page('an original', 'originals/x.md'),
  page('a script', 'assets/x.md'),
  page('capitals', 'About.md'),
  page('a capital ending', 'about.MD'),
  page('Chinese', '说明.md'),
  page('spaces', 'a b.md'),
  page('a dot', 'a.b.md'),
  page('a direction mark', 'a\u202eb.md'),
  page('a name that Windows keeps', 'con.md'),
];

const names = [
  file('a letter in no year', 'replies/x.md', `---\n${head}---\n`, 'file-name', '1:1'),
  file('a letter too deep', 'replies/2020/a/x.md', `---\n${head}---\n`, 'file-name', '1:1'),
  file('a letter with a capital ending', 'replies/2020/x.MD', `---\n${head}---\n`, 'file-name', '1:1'),
  file('a letter with a direction mark', 'replies/2020/x\u202ey.md', `---\n${head}---\n`, 'file-name', '1:1'),
  file('a letter that Windows cannot keep', 'replies/2020/nul.md', `---\n${head}---\n`, 'file-name', '1:1'),
];

const hidden = [
  matter('NUL in a value', 'role: 主\0办\n', 'hidden-character', '5:8'),
  matter('an escaped NUL', 'indexNumber: "a\\0b"\n', 'hidden-character', '5:14'),
  matter('an escaped override', 'recipients:\n  - 甲\n  - "乙\\u202e"\n', 'hidden-character', '7:5'),
  matter('an override in a comment', '# \u202e\n', 'hidden-character', '5:3'),
  matter('a hidden character in a field name', '"ro\\u200ble": 主办\n', 'hidden-character', '5:15'),
  body('ESC in the text', '甲\u001b[2J乙', 'hidden-character', '7:2'),
  body('an override in the text', '甲\n乙\u202e丙', 'hidden-character', '8:2'),
  body('a zero-width space in the text', '甲\u200b乙', 'hidden-character', '7:2'),
  body('a byte order mark in the text', '甲\ufeff乙', 'hidden-character', '7:2'),
  body('an isolate in an attribute', '<p title="\u2066甲">乙</p>', 'hidden-character', '7:11'),
  body('an override by number', '甲&#x202E;乙', 'hidden-character', '7:2'),
  body('an override by decimal number', '甲&#8238;乙', 'hidden-character', '7:2'),
  body('a mark by name', '甲&rlm;乙', 'hidden-character', '7:2'),
  body('an entity in raw HTML behind a backslash', '<p>\\&#x202e;</p>', 'hidden-character', '7:5'),
  page('a page with an override', 'x.md', `---\n${pageHead}---\n\n甲\u202e乙\n`, 'hidden-character', '7:2'),
];

export const hostileFiles: readonly HostileFile[] = [
  ...yaml,
  ...form,
  ...nesting,
  ...pages,
  ...names,
  ...hidden,
];
