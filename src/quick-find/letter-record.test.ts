import { expect, test } from 'vitest';
import { letterRecord } from './letter-record.ts';

const frontmatter = {
  title: '对第283号提案的答复（虚构）',
  issuer: '虚构市教育局',
  issuedOn: '2019-06-10',
  documentNumber: '虚教复〔2019〕5号',
  recipients: ['魏兰'],
  proposal: { number: '0283', kind: '提案' as const, title: '关于双创平台的建议' },
};

test('a letter is found by its topic first, then title, numbers, agency, recipients and headings', () => {
  const headings = ['一、关于平台', '（一）建设'];
  expect(letterRecord({ id: '2019/a', frontmatter, headings })).toEqual({
    path: 'replies/2019/a.html',
    texts: [
      '关于双创平台的建议',
      '对第283号提案的答复（虚构）',
      '虚教复〔2019〕5号',
      '第0283号',
      '虚构市教育局',
      '魏兰',
      '一、关于平台',
      '（一）建设',
    ],
    meta: {
      title: '对第283号提案的答复（虚构）',
      type: '答复',
      topic: '关于双创平台的建议',
      issuer: '虚构市教育局',
      number: '虚教复〔2019〕5号',
      date: '2019-06-10',
    },
    filters: { year: ['2019'], agency: ['虚构市教育局'], kind: ['提案'] },
    date: '2019-06-10',
  });
});

test('what a letter does not state is absent', () => {
  const { title, issuer } = frontmatter;
  expect(letterRecord({ id: '2019/a', frontmatter: { title, issuer }, headings: [] })).toEqual({
    path: 'replies/2019/a.html',
    texts: [title, issuer],
    meta: { title, type: '答复', issuer },
    filters: { year: ['2019'], agency: [issuer] },
    date: '2019',
  });
});
