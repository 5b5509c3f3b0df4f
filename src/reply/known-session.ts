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
export const knownSessionSchema = z.strictObject({
  assembly,
  /** The place or level, as the letters write it: 省, 全国, 枝江市. */
  scope: z.string().trim().min(1, '不能为空').optional(),
  /** 届 */
  term: z.int().positive(),
  /** 次会议 */
  session: z.int().positive(),
  /** Where 建议 and 议案 are numbered apart, each has an entry of its own. */
  kind: proposalKind.optional(),
  /** The day on which the session opened. */
  openedOn: day.optional(),
  /** How many proposals were put on file in all, whoever answers them. */
  total: z.int().positive().optional(),
  /** The numbers that the archive's agencies were to answer. */
  assigned: z.array(numberRange).min(1, '不能为空').optional(),
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
