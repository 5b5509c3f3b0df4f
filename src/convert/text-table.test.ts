import { expect, test } from 'vitest';
import { convert } from './convert.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';

test('a typed table becomes a table of the letter, its pipes dropped as layout', async () => {
  const text = [
    '关于对县政协八届三次会议第64号提案的答复',
    '林若水委员：',
    '您提出的《关于建设停车场的提案》收悉，现答复如下（虚构）：',
    '| 片区 | 车位（个） |',
    '| --- | ---: |',
    '| 东片区 | 120 |',
    '| 西片区 | |',
    '下一步，继续推进。',
    '青禾县城市管理局',
    '2019年7月12日',
  ].join('\n');
  const { record } = await convert(Buffer.from(text), 'letter.txt');
  expect(record.body).toContain('| 片区 | 车位（个） |\n| - | - |\n| 东片区 | 120 |\n| 西片区 | |\n');
  expect(new Set(record.dropped.map(({ why }) => why))).toEqual(new Set(['layout']));
  expect(record.frontmatter.signatories).toEqual(['青禾县城市管理局']);
  expect(fidelityBreaks(record, record)).toEqual([]);
});
