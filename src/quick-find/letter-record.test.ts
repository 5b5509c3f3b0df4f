import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterBlocks } from '../markdown/blocks.ts';
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
  const body = '魏兰委员：\n\n## 一、关于*平台*\n\n正文\n\n### （一）建设\n';
  expect(letterRecord({ id: '2019/a', frontmatter, body })).toEqual({
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
  expect(letterRecord({ id: '2019/a', frontmatter: { title, issuer }, body: '' })).toEqual({
    path: 'replies/2019/a.html',
    texts: [title, issuer],
    meta: { title, type: '答复', issuer },
    filters: { year: ['2019'], agency: [issuer] },
    date: '2019',
  });
});

test('its headings are those of its page, whatever surrounds them', () => {
  const part = fc.constantFrom(
    ...[
      '## 一、甲',
      '### （一）*乙* ###',
      '#不是',
      '正文',
      '甲\n===',
      '乙\n---',
      '```\n## 代码\n```',
      '<div>\n## 内\n</div>',
    ],
    ...[
      '- ## 项',
      '> ## 引',
      '    ## 缩进',
      '\t## 缩进',
      '|甲|\n|-|\n|乙|',
      '1. ## 项',
      '<h2>丙</h2>',
      '~~~\n## 代码',
      '##',
    ],
    ...[
      '* * *',
      '## <b>丁</b>',
      '文字\n## 紧接',
      '## [戊](https://example.org)',
      '[^1]: ## 注',
      '$$\n## 式\n$$',
    ],
  );
  const body = fc.array(part).chain((parts) => fc.constantFrom('\n', '\n\n').map((gap) => parts.join(gap)));
  fc.assert(
    fc.property(body, (text) => {
      const { title, issuer } = frontmatter;
      const headings = letterBlocks(text).flatMap((block) =>
        block.kind === 'heading' && block.text !== '' ? [block.text] : [],
      );
      expect(
        letterRecord({ id: '2019/a', frontmatter: { title, issuer }, body: text }).texts.slice(2),
      ).toEqual(headings);
    }),
  );
});
