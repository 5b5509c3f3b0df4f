import { expect, test } from 'vitest';
import { siteSchema } from '../../reply/site.ts';
import { formatPlainLetter } from './plain-letter.ts';

const site = siteSchema.parse({
  name: '虚构档案',
  description: '虚构',
  owner: '虚构',
  licence: { name: '虚构' },
  outcomes: { 政协: { A: '已解决' } },
});

test('a letter as plain text has its header, corrections, body and source', () => {
  const text = formatPlainLetter(
    {
      frontmatter: {
        title: '关于第12号提案的答复（虚构）',
        issuer: '虚构局',
        issuedOn: '2020-05-06',
        outcome: 'A',
        proposal: {
          assembly: '政协',
          scope: '省',
          term: 12,
          session: 2,
          number: '12',
          kind: '提案',
          title: '修渠',
        },
        source: { sha256: 'a'.repeat(64) },
        corrections: [{ on: '2020-06-01', note: '数字有误' }],
      },
      body: '甲委员：\n\n## 一、办理\n\n已**修好**。\n',
      url: 'https://archive.example/replies/2020/a.html',
    },
    site,
  );
  expect(text).toBe(`关于第12号提案的答复（虚构）

发文机关：虚构局
成文日期：2020年5月6日
办理结果：A 类（已解决）
所答复的提案：省政协十二届二次会议第12号提案《修渠》

更正（2020-06-01）：数字有误

甲委员：

一、办理

已修好。

转录自虚构档案，非正式文本。https://archive.example/replies/2020/a.html
原件 SHA-256：${'a'.repeat(64)}
`);
});
