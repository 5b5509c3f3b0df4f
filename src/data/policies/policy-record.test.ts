import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import type { PolicyCitation } from '../../policies/citation.ts';
import { makePolicyRecord, policyColumns, writePolicyHead, writePolicyRows } from './policy-record.ts';

const cite = (anchor: string, number?: string): PolicyCitation => ({
  ...{
    anchor,
    text: '《虚构条例》',
    name: '虚构条例',
    key: '虚构条例',
    sentence: `按照《虚构条例》，${anchor}。`,
  },
  ...(number !== undefined && { number }),
});
const policy = {
  ...{ key: '虚构条例', name: '虚构条例', numbers: ['虚发〔2020〕1号', '虚发〔2021〕2号'] },
  letters: [
    { letter: { id: '2021/b', data: { title: '虚构答复', issuer: '虚构局' } }, citations: [cite('p3')] },
    {
      letter: {
        id: '2020/a',
        data: {
          title: '虚构答复',
          issuer: '虚构局',
          issuedOn: '2020-05-06',
          proposal: { title: '关于虚构的建议' },
        },
      },
      citations: [cite('p2'), cite('p2', '虚发〔2020〕1号'), cite('p5')],
    },
  ],
};

test('a record has the letters that cite a policy, by id, with their paragraphs', () => {
  expect(makePolicyRecord(policy, 'https://archive.example/').letters).toEqual([
    {
      ...{ letter: '2020/a', url: 'https://archive.example/replies/2020/a.html#p2', topic: '关于虚构的建议' },
      ...{ issuer: '虚构局', issuedOn: '2020-05-06', number: '虚发〔2020〕1号', anchors: ['p2', 'p5'] },
      sentence: '按照《虚构条例》，p2。',
    },
    {
      ...{ letter: '2021/b', url: 'https://archive.example/replies/2021/b.html#p3', topic: '虚构答复' },
      ...{ issuer: '虚构局', anchors: ['p3'], sentence: '按照《虚构条例》，p3。' },
    },
  ]);
});

test('the table has a line for each letter, with the policy before it', () => {
  const table = writePolicyHead() + writePolicyRows(makePolicyRecord(policy, undefined));
  const rows: string[][] = parse(table, { bom: true });
  expect(rows[0]).toEqual(policyColumns.map(({ title }) => title));
  const cells = (line = 0) =>
    Object.fromEntries(rows[0]?.map((title, at) => [title, rows[line]?.[at]]) ?? []);
  expect(cells(1)).toMatchObject({
    文件名称: '虚构条例',
    文号: '虚发〔2020〕1号；虚发〔2021〕2号',
    段落: 'p2；p5',
  });
  expect(cells(2)).toMatchObject({ 标识: '2021/b', 成文日期: '', 所注文号: '' });
  expect(rows).toHaveLength(3);
});
