import { describe, expect, test } from 'vitest';
import { readSalutation, readSalutationByPlace } from './salutation.ts';

/** Salutation, then who is addressed and the names. */
const salutations = `
陈望舒代表: | 代表 陈望舒
陈望舒委员: | 委员 陈望舒
尊敬的陈望舒委员: | 委员 陈望舒
尊敬的政协委员陈望舒: | 委员 陈望舒
尊敬陈望舒委员: | 委员 陈望舒
人大代表陈望舒: | 代表 陈望舒
陈望舒、何知远代表: | 代表 陈望舒 何知远
陈望舒委员、何知远委员: | 委员 陈望舒 何知远
陈望舒、何知远、林若水等3位代表: | 代表 陈望舒 何知远 林若水
陈望舒等7名委员: | 委员 陈望舒
陈望舒等委员: | 委员 陈望舒
陈望舒代表等: | 代表 陈望舒
陈望舒、何知远等二位代表: | 代表 陈望舒 何知远
尊敬的陈望舒代表,您好: | 代表 陈望舒
尊敬的陈望舒代表,您好! | 代表 陈望舒
陈望舒代表您好: | 代表 陈望舒
陈望舒(女)代表: | 代表 陈望舒
陈望舒委员 | 委员 陈望舒
欧阳望舒、阿依古丽·买买提代表: | 代表 欧阳望舒 阿依古丽·买买提
李青代表: | 代表 李青
陈望舒同志: | 代表 陈望舒
陈望舒先生: | 代表 陈望舒
尊敬的各位代表: | 代表
xx委员: | 委员
×××(等×名)代表: | 代表
民盟云溪市委: | body 民盟云溪市委
农工党云溪市委会: | body 农工党云溪市委会
九三学社云溪市委员会: | body 九三学社云溪市委员会
省交通运输厅: | body 省交通运输厅
发展和改革局: | body 发展和改革局
市政协提案委员会: | body 市政协提案委员会
县工商联: | body 县工商联
致公党界别: | body 致公党界别
青禾镇政协联络组: | body 青禾镇政协联络组
青禾街道委员联络组: | body 青禾街道委员联络组
市教育局、市财政局: | body 市教育局 市财政局
台盟市委、市台联: | body 台盟市委 市台联
第三代表团: | body 第三代表团
民革云溪市委员会、陈望舒委员: | 委员 民革云溪市委员会 陈望舒
陈望舒委员并九三学社云溪市委: | 委员 陈望舒 九三学社云溪市委
`;

describe('a salutation', () => {
  test.each(
    salutations
      .trim()
      .split('\n')
      .map((line) => line.split(' | ')),
  )('%s', (text = '', expected = '') => {
    const read = readSalutation(text);
    expect([read?.to, ...(read?.recipients ?? []).map((one) => one.text)].join(' ')).toBe(expected);
    for (const span of read?.recipients ?? [])
      expect(text.slice(span.index, span.index + span.length)).toBe(span.text);
  });

  test('may be followed by the letter on the same line', () => {
    const read = readSalutation('尊敬的陈望舒委员:您提出的建议收悉。');
    expect(read?.recipients.map(({ text }) => text)).toEqual(['陈望舒']);
    expect(read?.length).toBe('尊敬的陈望舒委员:'.length);
  });

  test.each([
    '感谢您对我局工作的支持:',
    '一、关于加强队伍建设:',
    '来源:云溪市教育局',
    '联系人及电话:',
    '现将有关情况答复如下:',
    '代表建议:',
    '委员提案',
    '人大代表建议办理',
    '政协委员提案',
    '市人大代表',
    '主要做法:',
    '下一步工作:',
  ])('is not %s', (text) => {
    expect(readSalutation(text)).toBeUndefined();
  });
});

/** Lines right above an opening, and whom they address; ? where the names are unclear. */
const placed = `
乌云其木格委员: | 委员 乌云其木格
尊敬的阿拉坦其木格代表: | 代表 阿拉坦其木格
陈望舒、买买提艾力委员: | 委员 陈望舒 买买提艾力
亲爱的陈望舒委员: | 委员 陈望舒
陈望舒委员; | 委员 陈望舒
陈望舒代表(领衔): | 代表 陈望舒
青禾镇代表团陈望舒等代表: | 代表 陈望舒
委员您好: | 委员 ?
何代表: | 代表 ?
陈望舒何知远代表: | 代表 ?
县教育局陈望舒委员: | 委员 ?
`;

describe('a salutation known by its place', () => {
  test.each(
    placed
      .trim()
      .split('\n')
      .map((line) => line.split(' | ')),
  )('%s', (text = '', expected = '') => {
    const read = readSalutationByPlace(text);
    const names = read?.unclear ? ['?'] : (read?.recipients ?? []).map((one) => one.text);
    expect([read?.to, ...names].join(' ')).toBe(expected);
  });

  test.each(['关于陈望舒代表:', '主要做法:', '陈望舒委员提出的建议收悉。'])('is not %s', (text) => {
    expect(readSalutationByPlace(text)).toBeUndefined();
  });
});
