import { expect, test } from 'vitest';
import { synonymsSchema } from './synonyms.ts';

function messagesFor(value: unknown): string[] {
  const { error } = synonymsSchema.safeParse(value);
  return error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`) ?? [];
}

test('groups of words are accepted as they are', () => {
  const groups = [
    ['养老院', '敬老院'],
    ['5G', '第五代移动通信'],
  ];
  expect(synonymsSchema.parse(groups)).toEqual(groups);
});

test.each([
  [[['养老院']], '0 一组至少要有两个意思相近的词'],
  [[['养老院', '敬老院', '养老院']], '0.2 “养老院”在这一组里写了两次'],
  [[['养老 院', '敬老院']], '0.0 只能写文字和数字，不能有空格和标点'],
  [[['养老院', '-敬老院']], '0.1 只能写文字和数字，不能有空格和标点'],
  [[['养老院', '']], '0.1 不能为空'],
  [[['养老院', 120]], '0.1 应为词语；纯数字请加引号'],
  [[['养老院', '长'.repeat(21)]], '0.1 一个词最多 20 个字'],
  [[Array.from({ length: 21 }, (_, at) => `词${at}`)], '0 一组最多 20 个词'],
  [Array.from({ length: 501 }, () => ['甲', '乙']), ' 最多 500 组'],
])('%j is refused with a reason', (value, message) => {
  expect(messagesFor(value)).toContain(message);
});
