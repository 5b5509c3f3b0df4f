import { describe, expect, test } from 'vitest';
import { numberKey, parseTypedNumber } from './number-key.ts';

describe('all spellings of a number have one key', () => {
  test.each([
    [
      '吉发改议〔2019〕5号',
      '吉发改议[2019]5号',
      '吉发改议（２０１９）第005号',
      '吉发改议 【2019】 5 号',
      '吉发改议﹝2019年﹞05',
    ],
    [
      '1122000001354439X3/2019-04623',
      '１１２２０００００１３５４４３９ｘ３／２０１９－０４６２３',
      '1122000001354439x3 / 2019-4623',
    ],
    ['第0094号', '94', '第 94 号', '０９４号', '94号'],
    ['DH0271', 'dh271', '第DH271号', 'ＤＨ0271'],
  ])('%s', (...spellings) => {
    const keys = spellings.map(numberKey);
    expect(keys[0]).not.toBe('');
    expect(new Set(keys).size).toBe(1);
  });
});

describe('a typed number', () => {
  test.each([
    ['吉发改议[2019]5号', '发文字号', '吉 发 改 议 2019 5'],
    ['吉发改议2019年5号', '发文字号', '吉 发 改 议 2019 5'],
    ['吉发改议〔2019〕5', '发文字号', '吉 发 改 议 2019 5'],
    ['1122000001354439X3/2019-04623', '索引号', '1122000001354439x3 2019 4623'],
    ['第283号', '编号', '283'],
    ['0094', '编号', '94'],
    ['第283号委员提案', '编号', '283'],
    ['dh0271', '编号', 'dh271'],
  ])('%s is looked up as %s', (text, label, key) => {
    const typed = parseTypedNumber(text);
    expect(typed?.labels).toContain(label);
    expect(typed?.key).toBe(key);
  });

  test('has a code of up to 18 characters and a serial of up to six digits', () => {
    const labelsOf = (text: string) => parseTypedNumber(text)?.labels;
    expect(labelsOf(`${'发'.repeat(18)}〔2019〕123456号`)).toEqual(['发文字号']);
    expect(labelsOf(`${'发'.repeat(19)}〔2019〕1号`)).toBeUndefined();
    expect(labelsOf('吉发改议〔2019〕1234567号')).toBeUndefined();
    expect(labelsOf('第123456号')).toEqual(['编号', '索引号']);
    expect(labelsOf('第1234567号')).toBeUndefined();
  });

  test('may include its session', () => {
    expect(parseTypedNumber('省政协十二届二次会议第283号提案')).toEqual({
      key: '283',
      labels: ['编号', '索引号'],
      session: { assembly: '政协', scope: '省', term: 12, session: 2 },
    });
  });

  test.each(['双创', '2019年工作', '提案', '第三号', '12个国家级基地', '5号楼 电梯'])(
    '%s is not one',
    (text) => {
      expect(parseTypedNumber(text)).toBeUndefined();
    },
  );
});
