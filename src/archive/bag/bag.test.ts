import { expect, test } from 'vitest';
import { describeBag, nameBag, parseBagInfo } from './bag.ts';

const info = {
  ...{ dafu: '1.2.3', name: '虚构的“档案”<1>', owner: '虚构市档案馆', url: 'https://dafu.example.org/a/' },
  ...{ commit: '0123456789abcdef', day: '2026-03-05', letters: 3 },
  ...{ firstIssuedOn: '2019-01-02', lastIssuedOn: '2025-11-30' },
};

test('bag-info says whose archive it is, of which day, and how much is in it', () => {
  const text = describeBag(info, { files: 12, bytes: 3456 }).get('bag-info.txt') ?? '';
  expect(Object.fromEntries(parseBagInfo(text))).toEqual({
    'Source-Organization': '虚构市档案馆',
    'External-Description': '虚构的“档案”<1>（3 篇答复）',
    'External-Identifier': 'https://dafu.example.org/a/',
    'Bagging-Date': '2026-03-05',
    'Payload-Oxum': '3456.12',
    'Bag-Software-Agent': 'dafu 1.2.3',
    'Dafu-Letters': '3',
    'Dafu-Issued': '2019-01-02/2025-11-30',
    'Dafu-Commit': '0123456789abcdef',
  });
});

test('a field that is not known is left out', () => {
  const unknown = { ...info, url: null, day: null, commit: null, firstIssuedOn: null, lastIssuedOn: null };
  const text = describeBag(unknown, { files: 1, bytes: 1 }).get('bag-info.txt') ?? '';
  expect([...parseBagInfo(text).keys()]).toEqual([
    ...['Source-Organization', 'External-Description', 'Payload-Oxum', 'Bag-Software-Agent', 'Dafu-Letters'],
  ]);
});

test('fields that other programs folded or ended with CR LF are read', () => {
  expect([...parseBagInfo('A: one\r\n two\r\nB: three\n')]).toEqual([
    ['A', 'one two'],
    ['B', 'three'],
  ]);
});

test.each([
  [{}, 'dafu.example.org-archive-2026-03-05'],
  [{ day: null }, 'dafu.example.org-archive-0123456789ab'],
  [{ url: null }, 'dafu-archive-2026-03-05'],
  [{ url: 'https://答复.example/' }, 'xn--yrsp11f.example-archive-2026-03-05'],
  [{ url: 'http://[::1]/', day: null, commit: null }, '1-archive-uncommitted'],
])('%j gives the bag the ASCII name %s', (given, name) => {
  expect(nameBag({ ...info, ...given })).toBe(name);
});

test('the page that opens a bag shows names as text and leads to the home page', () => {
  const page = describeBag(info, { files: 1, bytes: 1 }).get('打开档案.html') ?? '';
  expect(page).toContain('“档案”&#60;1&#62;');
  expect(page).toContain('<a href="data/index.html">');
});
