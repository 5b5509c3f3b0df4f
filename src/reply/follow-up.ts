import { z } from 'zod';
import { day } from './frontmatter.ts';

/** What became of a commitment, as an editor established it. */
export const followUpState = z.enum(['已落实', '进行中', '未落实']);

// Titles and descriptions are what editors are shown, as in the frontmatter.

const line = z
  .string()
  .trim()
  .min(1, '不能为空')
  .refine((value) => !/[\r\n]/.test(value), '应写在一行内');

/** What an editor found out about one commitment on one day. */
const followUpRecordSchema = z
  .strictObject({
    /** The commitment: its sentence, or a part of it that no other commitment of the letter has. */
    sentence: line
      .max(1000, '太长，写出这句话里独有的一段即可')
      .meta({ title: '承诺', description: '从答复页的“本件承诺”照抄整句，或本件别的承诺没有的一段' }),
    state: followUpState.meta({ title: '落实情况', description: '记为已落实的，须有依据或网址' }),
    /** The day on which this was established. */
    on: day.meta({ title: '核实日期', description: '核实的日期，不是机关办完的日期' }),
    evidence: line
      .max(2000, '太长，请写成一两句，详情放在 url 所指的网页')
      .meta({ title: '依据', description: '一两句话' })
      .optional(),
    /** Where the evidence is published. */
    url: z
      .url({ protocol: /^https?$/, error: '应是 http 或 https 网址' })
      .meta({ title: '依据的网址', description: '依据所在的网页' })
      .optional(),
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
  records: z
    .array(followUpRecordSchema)
    .max(500, '太多，最多 500 条')
    .meta({ title: '记录', description: '每句承诺按日期先后，先记的在前' }),
});
export type FollowUp = z.infer<typeof followUpSchema>;
