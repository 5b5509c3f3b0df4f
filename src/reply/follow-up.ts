import { z } from 'zod';
import { day } from './frontmatter.ts';

/** What became of a commitment, as an editor established it. */
export const followUpState = z.enum(['已落实', '进行中', '未落实']);

const line = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((value) => !/[\r\n]/.test(value), '应写在一行内');

/** What an editor found out about one commitment on one day. */
export const followUpRecordSchema = z
  .strictObject({
    /** The commitment: its sentence, or a part of it that no other commitment of the letter has. */
    sentence: line.max(1000, '太长，写出这句话里独有的一段即可'),
    state: followUpState,
    /** The day on which this was established. */
    on: day,
    evidence: line.max(2000, '太长，请写成一两句，详情放在 url 所指的网页').optional(),
    /** Where the evidence is published. */
    url: z.url({ protocol: /^https?$/, error: '应是 http 或 https 网址' }).optional(),
  })
  .refine(({ state, evidence, url }) => state !== '已落实' || evidence !== undefined || url !== undefined, {
    error: '记为已落实，须写明依据（evidence）或依据所在的网址（url）',
    path: ['state'],
  });
export type FollowUpRecord = z.infer<typeof followUpRecordSchema>;

/**
 * `content/follow-up/<year>/<id>.yml`: what became of the commitments of the letter of that id. Records of one
 * commitment follow each other by date; the last says how things are.
 */
export const followUpSchema = z.strictObject({
  records: z.array(followUpRecordSchema).max(500, '太多，最多 500 条'),
});
export type FollowUp = z.infer<typeof followUpSchema>;
