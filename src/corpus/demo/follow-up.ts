import type { FollowUp } from '../../reply/follow-up.ts';
import type { Random } from '../random.ts';
import type { LetterPlan } from './letter-plan.ts';

/** Commitments whose date has passed by then are followed up. */
const until = 2026;

/**
 * Invents what an editor recorded of a dated commitment: of one letter in eight whose date has passed.
 *
 * @param plans The sentences of the letter's plans.
 */
export function followPlan(
  plans: readonly string[],
  { year, joins }: LetterPlan,
  random: Random,
): FollowUp | undefined {
  const dated = plans.find((sentence) => /^下一步.*\d{4}年\d+月底前完成。$/u.test(sentence));
  if (dated === undefined || joins !== undefined || year + 2 >= until || !random.chance(0.125))
    return undefined;
  const sentence = dated.slice(0, -1);
  const [, due = '', month = ''] = /(\d{4})年(\d+)月底前完成/u.exec(dated) ?? [];
  const state = random.pick(['已落实', '已落实', '进行中', '未落实'] as const);
  const visited = { sentence, state: '进行中' as const, on: `${due}-${month.padStart(2, '0')}-15` };
  const evidence = {
    已落实: `已于${due}年${month}月完成，经实地查看属实（虚构）。`,
    进行中: '已开工，尚未完成（虚构）。',
    未落实: '到期时尚未动工，承办单位说明资金未到位（虚构）。',
  }[state];
  return {
    records: [
      ...(random.chance(0.4) ? [{ ...visited, evidence: '已完成设计和招标（虚构）。' }] : []),
      {
        sentence,
        state,
        on: `${Number(due) + 1}-03-${String(random.integer(1, 28)).padStart(2, '0')}`,
        evidence,
      },
    ],
  };
}
