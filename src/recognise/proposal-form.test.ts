import { describe, expect, test } from 'vitest';
import { convert, type Conversion } from '../convert/convert.ts';
import { applyEdits, revertEdits } from '../record/edit-log.ts';
import { fidelityBreaks } from '../record/fidelity-check.ts';

async function read(...lines: string[]): Promise<Conversion['record']> {
  const { record } = await convert(Buffer.from(lines.join('\n')), 'form.txt');
  expect(fidelityBreaks(record, record)).toEqual([]);
  expect(revertEdits(applyEdits(record.decoded, record.edits), record.edits)).toBe(record.decoded);
  return record;
}

const letter = [
  '林若水代表：',
  '您提出的《关于优化公交线网的建议》收悉，现答复如下：',
  '新开通微循环公交三条，调整线路五条。（虚构）',
  '2023年5月18日',
];
const unnamed = ['我局收到后高度重视，现答复如下：', ...letter.slice(2)];

describe('a form above a letter without a title', () => {
  test('gives the number and the agency', async () => {
    const { frontmatter, body } = await read(
      '建议编号：0217',
      '承办单位：云溪市交通运输局',
      '办理类型：主办',
      '是否公开：是',
      ...letter,
    );
    expect(frontmatter.proposal).toEqual({ number: '0217', kind: '建议', title: '关于优化公交线网的建议' });
    expect(frontmatter.issuer).toBe('云溪市交通运输局');
    expect(body).not.toContain('0217');
  });

  test('gives them, and the kind, with each value below its label', async () => {
    const { frontmatter } = await read(
      '提案编号',
      '第188号',
      '承办单位',
      '云溪市园林局',
      '案由',
      '关于增设口袋公园的提案',
      ...unnamed,
    );
    expect(frontmatter.proposal).toEqual({ number: '188', kind: '提案', title: '关于增设口袋公园的提案' });
  });

  test('adds nothing that the letter itself states', async () => {
    const { frontmatter, messages } = await read(
      '建议号：0115',
      '建议题目：关于公交的建议',
      '关于市十六届人大三次会议第DH0115号建议的答复',
      ...letter,
    );
    expect(frontmatter.proposal?.number).toBe('DH0115');
    expect(frontmatter.proposal?.title).toBe('关于优化公交线网的建议');
    expect(messages.filter(({ rule }) => rule === 'contradiction')).toEqual([]);
  });

  test('with a different number than the letter leaves the number out with a warning', async () => {
    const { frontmatter, messages } = await read(
      '建议编号：0116',
      '关于市十六届人大三次会议第115号建议的答复',
      ...letter,
    );
    expect(frontmatter.proposal).not.toHaveProperty('number');
    expect(messages.find(({ rule }) => rule === 'contradiction')?.text).toContain('信息表作“0116”');
  });

  test.each(['待定', '第O64号', '０２１７'])('gives no number where it is %s', async (number) => {
    const { frontmatter, messages } = await read(`建议编号：${number}`, ...letter);
    expect(frontmatter.proposal).not.toHaveProperty('number');
    expect(messages.map(({ rule }) => rule)).toContain('unfit-value');
  });
});
