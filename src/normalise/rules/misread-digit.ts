import { replaceAll, type NormalisationRule } from '../rule.ts';

const number = /(?<=第)(?=\d*[oOlI|])(?=[oOlI|]*\d)[\doOlI|]{2,8}(?=号)/gu;

/** 第O64号, 第l2号: letters that recognition takes for the digits of a number. */
export const misreadDigit: NormalisationRule = {
  rule: 'misread-digit',
  tier: 3,
  label: '编号中的字母疑为数字',
  uses: ['prose', 'heading', 'title'],
  find: (text) => replaceAll(text, number, (match) => match.replace(/[oO]/gu, '0').replace(/[lI|]/gu, '1')),
};
