import { expect, test } from 'vitest';
import { isContactLine, isApprovalLine } from './contact.ts';
import { privateRanges } from './private-data.ts';

function published(text: string): string {
  return privateRanges(text, { at: 0, end: text.length }).reduceRight(
    (rest, { at, end }) => rest.slice(0, at) + rest.slice(end),
    text,
  );
}

test.each([
  ['某某（身份证号：11010519491231002X,联系电话：13800138000）户已补助。', '某某户已补助。'],
  ['可咨询（某医生，电话13800138000）。', '可咨询。'],
  ['请与我局联系，电话：13800138000。', '请与我局联系。'],
  ['分管领导：某某 13800138000', '分管领导：某某'],
  ['某某（手机138-0013-8000，住青禾镇云溪村3组15号）反映的问题', '某某反映的问题'],
  [
    '申请人某某（身份证号11010519491231002X，系云溪村建档立卡脱贫户）',
    '申请人某某（系云溪村建档立卡脱贫户）',
  ],
  ['银行卡号6222020000000000000的补贴', '的补贴'],
  ['某某（张三李四，手机13800138000）反映', '某某反映'],
  ['某某（张三李四王，手机13800138000）反映', '某某（张三李四王）反映'],
  ['拨打12345热线或0999-0000000投诉。', '拨打12345热线或0999-0000000投诉。'],
])('%s', (text, expected) => {
  expect(published(text)).toBe(expected);
});

test('lines of contacts and of approval are recognised', () => {
  for (const text of ['联系电话:0999-0000000', '联络电话:0000000', '经办科室:水政科3320000'])
    expect(isContactLine(text)).toBe(true);
  expect(isContactLine('总投资:12000000')).toBe(false);
  expect(isApprovalLine('领导署名:某某')).toBe(true);
  expect(isApprovalLine('分管领导:某某')).toBe(true);
  expect(isApprovalLine('领导高度重视')).toBe(false);
});
