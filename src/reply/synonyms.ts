import { z } from 'zod';

/** A search reads all of them: as many as an archive's vocabulary has, not a dictionary. */
const limits = { groups: 500, words: 20, length: 20 };

const word = z
  .string({ error: '应为词语；纯数字请加引号' })
  .trim()
  .min(1, '不能为空')
  .max(limits.length, `一个词最多 ${limits.length} 个字`)
  .regex(/^[\p{L}\p{N}]+$/u, '只能写文字和数字，不能有空格和标点');

const group = z
  .array(word)
  .max(limits.words, `一组最多 ${limits.words} 个词`)
  .superRefine((words, context) => {
    if (words.length < 2) context.addIssue({ code: 'custom', message: '一组至少要有两个意思相近的词' });
    for (const [index, one] of words.entries())
      if (words.indexOf(one) < index)
        context.addIssue({ code: 'custom', path: [index], message: `“${one}”在这一组里写了两次` });
  });

/** Groups of words that mean the same to whoever searches: 养老院, 敬老院, 福利院. */
export const synonymsSchema = z.array(group).max(limits.groups, `最多 ${limits.groups} 组`);
