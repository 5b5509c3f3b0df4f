import { expect, test } from 'vitest';
import { letterBlocks } from '../markdown/blocks.ts';
import { foldBlocks } from './folded-text.ts';

const read = (body: string) => {
  const { units, blocks, offsets } = foldBlocks(letterBlocks(body));
  return { text: String.fromCharCode(...units), blocks: [...blocks], offsets: [...offsets] };
};

test('width, case, spaces and punctuation make no difference', () => {
  expect(read('新建ＡＰＰ（2 个），投资１00万元。').text).toBe(read('新建app2个、投资100万元').text);
});

test('each character knows its block and its place there', () => {
  expect(read('一，二。\n\n## 三\n\n四')).toEqual({
    text: '一二三四',
    blocks: [0, 0, 1, 2],
    offsets: [0, 2, 0, 0],
  });
});

test('salutation, opening, thanks, signature and date are no text that is copied', () => {
  const letter = [
    '虚构委员：',
    '您在市政协十二届二次会议上提出的《关于修建灌渠的提案》收悉，现答复如下：',
    '今年新建灌渠三条。',
    '感谢您对水利工作的关心和支持。',
    '虚构市水利局',
    '2019年6月10日',
  ];
  expect(read(letter.join('\n\n')).text).toBe('今年新建灌渠三条');
});

test('a text in the same paragraph as the opening is kept', () => {
  const opening = '您提出的《关于修建灌渠的提案》收悉，现答复如下：';
  expect(read(`虚构委员：\n\n${opening}${'今年新建灌渠三条。'.repeat(40)}`).text).toContain(
    '今年新建灌渠三条',
  );
});
