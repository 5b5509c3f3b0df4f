import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { makeLetterRecord } from '../open-data/letter-record.ts';
import { tableColumns, writeTable } from '../open-data/letter-table.ts';
import { letterColumns } from './letter-columns.ts';

const letter = {
  id: '2020/a',
  url: 'https://archive.example/replies/2020/a.html',
  frontmatter: {
    title: '答复（虚构）',
    issuer: '青岚市教育局',
    categories: ['教育', '文化'],
    issuedOn: '2020-06-10',
    proposal: { assembly: '政协', scope: '市', term: 3, session: 4, number: '094', title: '关于校车的提案' },
    recipients: ['甲', '乙'],
    outcome: 'A1',
  },
} as const;

test('a table of results has columns of the open data, in its order', () => {
  const names = letterColumns.map(({ name }) => name);
  expect(tableColumns.map(({ title }) => title).filter((title) => names.includes(title))).toEqual(names);
});

test('a cell says the same in a table of results as in the open data', () => {
  const { frontmatter } = letter;
  const mutable = {
    ...frontmatter,
    categories: [...frontmatter.categories],
    recipients: [...frontmatter.recipients],
  };
  const record = makeLetterRecord(
    {
      id: letter.id,
      frontmatter: mutable,
      body: '',
      commitments: [],
      citations: [],
      file: new Uint8Array(),
      original: undefined,
    },
    'https://archive.example/',
  );
  const [row = {}]: Record<string, string>[] = parse(writeTable([record]), { bom: true, columns: true });
  const row2 = { id: letter.id, url: letter.url, frontmatter: mutable };
  for (const { name, cell } of letterColumns) expect(cell(row2), name).toBe(row[name]);
});
