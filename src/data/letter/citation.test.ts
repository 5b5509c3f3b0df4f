import { expect, test } from 'vitest';
import { formatBibtexEntry, formatGbReference, formatPlainReference } from './citation.ts';

const letter = {
  title: '对省政协十二届二次会议第283号委员提案的答复',
  issuer: '吉林省发展改革委',
  documentNumber: '吉发改议〔2019〕5号',
  issuedOn: '2019-06-10',
  publishedOn: '2019-07-08',
};
const place = {
  archive: '答复档案',
  address: 'https://archive.example/replies/2019/cppcc-12-2-283.html',
};

test('a GB/T 7714—2015 reference has the date of publication and leaves the date of access to the reader', () => {
  expect(formatGbReference(letter, place)).toBe(
    '吉林省发展改革委. 对省政协十二届二次会议第283号委员提案的答复: 吉发改议〔2019〕5号[EB/OL]. (2019-07-08)[引用日期]. https://archive.example/replies/2019/cppcc-12-2-283.html.',
  );
});

test('what a letter does not state is omitted; without a public address the page’s path is given', () => {
  expect(
    formatGbReference(
      { title: '答复', issuer: '虚构局' },
      { archive: '虚构档案', address: 'replies/2020/a.html' },
    ),
  ).toBe('虚构局. 答复[EB/OL]. [引用日期]. 虚构档案, replies/2020/a.html.');
  expect(formatGbReference({ title: '答复', issuer: '虚构局', issuedOn: '2020-05-06' }, place)).toContain(
    '(2020-05-06)',
  );
});

test('a plain reference is a sentence, with single marks inside its title', () => {
  expect(formatPlainReference({ ...letter, title: '关于《修渠》的答复' }, place)).toBe(
    '吉林省发展改革委：《关于〈修渠〉的答复》（吉发改议〔2019〕5号），2019年6月10日，载答复档案，https://archive.example/replies/2019/cppcc-12-2-283.html',
  );
  expect(
    formatPlainReference(
      { title: '答复', issuer: '虚构局' },
      { archive: '虚构档案', address: 'replies/2020/a.html' },
    ),
  ).toBe('虚构局：《答复》，载虚构档案，replies/2020/a.html');
});

test('a BibTeX entry escapes TeX’s special characters', () => {
  expect(
    formatBibtexEntry(
      { title: '100%_{完成}\\', issuer: '甲&乙局', issuedOn: '2020-05-06' },
      '2020/a-1',
      place,
    ),
  ).toBe(`@misc{2020-a-1,
  author = {{甲\\&乙局}},
  title = {{100\\%\\_\\{完成\\}\\textbackslash{}}},
  date = {2020-05-06},
  year = {2020},
  howpublished = {答复档案},
  url = {https://archive.example/replies/2019/cppcc-12-2-283.html},
  langid = {chinese}
}`);
});
