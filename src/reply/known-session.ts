import { z } from 'zod';
import { assembly, day, proposalKind } from './frontmatter.ts';
import { readNumberRange } from './proposal-number.ts';

/** A number (15, "094", DH0271) or a range of them (1-40) as `site.yml` lists them. */
const numberRange = z.preprocess(
  (value) => (typeof value === 'number' ? String(value) : value),
  z
    .string({ error: '应写编号（15）或一段编号（1-40）' })
    .trim()
    .refine((value) => readNumberRange(value) !== undefined, '应写编号（15）或一段由小到大的编号（1-40）'),
);

/** One session of an assembly and what is known of its proposals. */
const knownSessionSchema = z.strictObject({
  assembly: assembly.meta({ title: '会议', description: '哪一类会议：人大或政协' }),
  /** The place or level, as the letters write it: 省, 全国, 枝江市. */
  scope: z
    .string()
    .trim()
    .min(1, '不能为空')
    .meta({ title: '会议所属', description: '地方或层级，照答复的写法：省、全国、枝江市' })
    .optional(),
  term: z.int().positive().meta({ title: '届', description: '第几届' }),
  session: z.int().positive().meta({ title: '次', description: '第几次会议' }),
  /** Where 建议 and 议案 are numbered apart, each has an entry of its own. */
  kind: proposalKind.meta({ title: '类别', description: '建议和议案分别编号的，各写一项并注明' }).optional(),
  /** The day on which the session opened. */
  openedOn: day.meta({ title: '开幕日期', description: '大会开幕的日期' }).optional(),
  /** How many proposals were put on file in all, whoever answers them. */
  total: z
    .int()
    .positive()
    .meta({ title: '总数', description: '大会立案的提案（建议）总数，不论由谁承办' })
    .optional(),
  /** The numbers that the archive's agencies were to answer. */
  assigned: z
    .array(numberRange)
    .min(1, '不能为空')
    .meta({ title: '承办的编号', description: '本站各机关承办的编号：15，或一段 1-40' })
    .optional(),
});
export type KnownSession = z.infer<typeof knownSessionSchema>;

export const sessionsSchema = z.array(knownSessionSchema).superRefine((sessions, context) => {
  for (const [index, session] of sessions.entries()) {
    const same = sessions.slice(0, index).some((earlier) => overlaps(earlier, session));
    if (same)
      context.addIssue({
        code: 'custom',
        path: [index],
        message: '这次会议前面已经写过；建议和议案分别编号的，各写一项并注明 kind',
      });
  }
});

/** Whether two entries speak of the same proposals. */
function overlaps(a: KnownSession, b: KnownSession): boolean {
  const sameMeeting =
    a.assembly === b.assembly && a.scope === b.scope && a.term === b.term && a.session === b.session;
  return sameMeeting && (a.kind === undefined || b.kind === undefined || a.kind === b.kind);
}
