import type { Commitment } from '../../commitments/commitment.ts';
import type { FollowedCommitment } from '../../commitments/followed-commitment.ts';
import { formatDay, formatMonth } from '../wording/chinese-day.ts';

/** What visitors read for each kind of commitment. */
export const kindText: Record<Commitment['kind'], string> = {
  action: '将办理',
  plan: '计划办理',
  deferral: '待条件办理',
  refusal: '不办或暂缓',
};

/** Formats a due date as far as it is stated: 2026年, 2026年6月, 2026年6月30日. */
export function formatDue(due: string): string {
  if (due.length === 4) return `${due}年`;
  return due.length === 7 ? `${due.slice(0, 4)}年${formatMonth(due)}` : formatDay(due);
}

/** The last day of a due date, `yyyy-mm-dd`: until then it has not passed. @param due `yyyy`, `yyyy-mm` or `yyyy-mm-dd`. */
export function lastDayOf(due: string): string {
  if (due.length === 10) return due;
  const [year = 0, month = 12] = due.split('-').map(Number);
  return `${due.slice(0, 4)}-${String(month).padStart(2, '0')}-${new Date(Date.UTC(year, month, 0)).getUTCDate()}`;
}

/** Where a commitment is in its letter: 第12段, or 原文 where its block is not a numbered paragraph. */
export function placeText({ anchor }: Commitment): string {
  const [, number] = /^p(\d+)$/.exec(anchor) ?? [];
  return number === undefined ? '原文' : `第 ${number} 段`;
}

/** Whether an agency undertook to do something: a refusal is listed beside commitments, but is none. */
export function isPromise({ kind }: Commitment): boolean {
  return kind !== 'refusal';
}

/** The state of a commitment that an editor recorded last; undefined without a record. */
export function lastStep({ followUp }: FollowedCommitment) {
  return followUp?.at(-1);
}

/** The day from which a commitment is overdue unless it is fulfilled: its last day; undefined when it cannot be. */
export function overdueAfter(commitment: FollowedCommitment): string | undefined {
  const { due } = commitment;
  if (due === undefined || !isPromise(commitment) || lastStep(commitment)?.state === '已落实')
    return undefined;
  return lastDayOf(due);
}

/**
 * The first day after which a commitment of a letter is overdue, `undated` if none can be; undefined of a letter
 * without commitments.
 */
export function firstDue(commitments: readonly FollowedCommitment[]): string | undefined {
  if (!commitments.some(isPromise)) return undefined;
  return commitments.flatMap((commitment) => overdueAfter(commitment) ?? []).sort()[0] ?? 'undated';
}

/** How the ledger was made, for its readers. */
export const ledgerSource =
  '各项由程序从答复正文自动摘录，逐字引用，未加改写；是否完整、是否构成承诺，以正文为准。落实情况由编辑记录，没有记录不等于没有落实。';

/** The heading of a list of the ledger: 虚构市教育局的承诺, 2026年到期的承诺, 2026年答复中不办或暂缓的事项. */
export function ledgerTitle({ way, name }: { way: string; name: string }): string {
  return way === 'refusals' ? `${name}答复中不办或暂缓的事项` : `${name}的承诺`;
}

/** How the lists of what agencies refuse were made, for their readers. */
export const refusalSource =
  '各项由程序从答复正文自动摘录，逐字引用，未加改写：机关说明不办、不宜办或暂缓办理的句子。不是承诺，不计入承诺的项数；以正文为准。';
