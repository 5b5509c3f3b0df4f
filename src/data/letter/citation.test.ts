import { expect, test } from 'vitest';
import {
  formatBibtexEntry,
  formatGbReference,
  formatPlainReference,
  formatQuotation,
  formatRisRecord,
} from './citation.ts';

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

test('a GB/T 7714—2025 reference has full-width marks except for full stops and square brackets', () => {
  expect(formatGbReference(letter, place, 2025)).toBe(
    '吉林省发展改革委. 对省政协十二届二次会议第283号委员提案的答复：吉发改议〔2019〕5号[EB/OL]. （2019-07-08）[引用日期]. https://archive.example/replies/2019/cppcc-12-2-283.html.',
  );
});

test('a GB/T 7714—2015 reference has half-width marks', () => {
  expect(formatGbReference(letter, place, 2015)).toBe(
    '吉林省发展改革委. 对省政协十二届二次会议第283号委员提案的答复: 吉发改议〔2019〕5号[EB/OL]. (2019-07-08)[引用日期]. https://archive.example/replies/2019/cppcc-12-2-283.html.',
  );
});

test('the day of access takes the place of its placeholder', () => {
  expect(formatGbReference(letter, { ...place, accessed: '2026-11-30' }, 2025)).toContain('）[2026-11-30]. ');
});

test('what a letter does not state is omitted; without a public address the page’s path is given', () => {
  const local = { archive: '虚构档案', address: 'replies/2020/a.html' };
  const bare = { title: '答复', issuer: '虚构局' };
  expect(formatGbReference(bare, local, 2025)).toBe(
    '虚构局. 答复[EB/OL]. [引用日期]. 虚构档案，replies/2020/a.html.',
  );
  expect(formatGbReference(bare, local, 2015)).toContain('虚构档案, replies/2020/a.html.');
  expect(formatGbReference({ ...bare, issuedOn: '2020-05-06' }, place, 2015)).toContain('(2020-05-06)');
  expect(formatRisRecord(bare, '2020/a', local)).toBe(
    'TY  - ELEC\r\nID  - 2020-a\r\nAU  - 虚构局\r\nTI  - 答复\r\nDP  - 虚构档案\r\nLA  - zh-CN\r\nER  - \r\n',
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

test('a RIS record has number, dates and address, and a line for each', () => {
  const record = formatRisRecord({ ...letter, title: '一\n二' }, '2019/a', {
    ...place,
    accessed: '2026-11-30',
  });
  expect(record.split('\r\n')).toEqual([
    'TY  - ELEC',
    'ID  - 2019-a',
    'AU  - 吉林省发展改革委',
    'TI  - 一 二',
    'M1  - 吉发改议〔2019〕5号',
    'PY  - 2019',
    'DA  - 2019/06/10',
    'DP  - 答复档案',
    'Y2  - 2026/11/30',
    `UR  - ${place.address}`,
    'LA  - zh-CN',
    'ER  - ',
    '',
  ]);
});

test('a quotation is verbatim, with its source and the paragraph’s own address below it', () => {
  const there = { ...place, address: `${place.address}#p12`, accessed: '2026-11-30' };
  expect(formatQuotation(letter, there, { text: '已完成“双创”平台建设。', place: '第12段' })).toBe(
    '已完成“双创”平台建设。\n——吉林省发展改革委：《对省政协十二届二次会议第283号委员提案的答复》（吉发改议〔2019〕5号），2019年6月10日，第12段，载答复档案，https://archive.example/replies/2019/cppcc-12-2-283.html#p12（2026年11月30日查阅）',
  );
});
