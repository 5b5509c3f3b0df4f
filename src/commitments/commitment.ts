import { z } from 'zod';

/**
 * What a commitment is, first match wins: an act that waits for an undated event (`deferral`), an act (`action`),
 * an intention (`plan`), or that what was asked for is not done (`refusal`).
 */
const commitmentKind = z.enum(['action', 'plan', 'deferral', 'refusal']);

/** A sentence of a reply letter in which an agency says what it will do (承诺). Titles are for the data dictionary. */
export const commitmentSchema = z.strictObject({
  anchor: z.string().meta({ title: '段落', description: '所在段落在网页上的锚点：p12、t1-2' }),
  text: z.string().meta({ title: '原句', description: '作出承诺的句子，照公布的文字' }),
  kind: commitmentKind.meta({
    title: '类别',
    description:
      'action：将要做的事；plan：计划、争取做的事；deferral：待没有日期的条件具备后再做；refusal：不做，或暂时不做',
  }),
  by: z
    .string()
    .meta({ title: '承诺机关', description: '句中写明的、发文机关以外的机关，照原文' })
    .exactOptional(),
  due: z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/)
    .meta({ title: '期限', description: '年、年-月或年-月-日；只有能够确定的' })
    .exactOptional(),
  dueText: z
    .string()
    .meta({ title: '期限原文', description: '句中所写的期限，能否确定都有' })
    .exactOptional(),
});
export type Commitment = z.infer<typeof commitmentSchema>;
