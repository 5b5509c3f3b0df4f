import type { FollowedCommitment } from '../../commitments/followed-commitment.ts';
import { compareText } from '../../reply/text-order.ts';
import { filedYear, type Letter } from '../letter/letter.ts';
import { makeAgencySlug } from '../lists/list-slug.ts';
import { formatMonth } from '../wording/chinese-day.ts';
import { isPromise, lastDayOf } from './commitment-text.ts';

/** A letter with the commitments that were found in it. */
export interface LedgerLetter<L extends Letter = Letter> {
  letter: L;
  commitments: readonly FollowedCommitment[];
}

/** A commitment in the ledger. */
export interface LedgerEntry<L extends Letter = Letter> {
  letter: L;
  /** Index among the commitments of its letter. */
  at: number;
  commitment: FollowedCommitment;
}

/** The ways through the ledger. */
export const ledgerWays = ['agencies', 'due', 'refusals'] as const;
type LedgerWay = (typeof ledgerWays)[number];

/** The commitments of an agency, those due in a year, or what letters of a year refuse. */
export interface LedgerList<L extends Letter = Letter> {
  way: LedgerWay;
  /** File name without extension; it never changes. */
  slug: string;
  /** 虚构市教育局, 2026年到期, 未载明期限, 2026年 */
  name: string;
  entries: LedgerEntry<L>[];
}

/** A list without its entries. */
export type LedgerSummary = Omit<LedgerList, 'entries'> & { count: number };

export type Ledger<L extends Letter = Letter> = Record<LedgerWay, LedgerList<L>[]>;

/** The file name of the list of commitments without a due date. */
const undated = 'undated';

/**
 * Sorts the commitments of an archive into the lists of the ledger. What agencies refuse or put off is no commitment, and
 * in lists of its own.
 *
 * @param letters Newest first.
 * @returns Agencies by number of commitments, most first, each with its newest letters first; years of due dates,
 *   latest first, each with the nearest date first, and last those without a due date, the newest letters first.
 */
export function sortLedger<L extends Letter>(letters: readonly LedgerLetter<L>[]): Ledger<L> {
  const agencies = new Map<string, LedgerList<L>>();
  const years = new Map<string, LedgerList<L>>();
  const refusals = new Map<string, LedgerList<L>>();
  const file = (
    lists: Map<string, LedgerList<L>>,
    list: Omit<LedgerList, 'entries'>,
    entry: LedgerEntry<L>,
  ) => {
    const known = lists.get(list.slug);
    if (known) known.entries.push(entry);
    else lists.set(list.slug, { ...list, entries: [entry] });
  };
  for (const { letter, commitments } of letters) {
    const { issuer } = letter.data;
    const agency = makeAgencySlug(issuer);
    for (const [at, commitment] of commitments.entries()) {
      const entry = { letter, at, commitment };
      if (!isPromise(commitment)) {
        const filed = filedYear(letter);
        file(refusals, { way: 'refusals', slug: filed, name: `${filed}年` }, entry);
        continue;
      }
      file(agencies, { way: 'agencies', slug: agency, name: issuer }, entry);
      const year = commitment.due?.slice(0, 4);
      const list =
        year === undefined ? { slug: undated, name: '未载明期限' } : { slug: year, name: `${year}年到期` };
      file(years, { way: 'due', ...list }, entry);
    }
  }
  for (const { slug, entries } of years.values()) if (slug !== undated) sortByDue(entries);
  return {
    agencies: [...agencies.values()].sort(
      (a, b) => b.entries.length - a.entries.length || compareText(a.name, b.name),
    ),
    // Digits come before letters, so those without a date are last.
    due: [...years.values()].sort((a, b) =>
      a.slug === undated || b.slug === undated ? compareText(a.slug, b.slug) : compareText(b.slug, a.slug),
    ),
    refusals: [...refusals.values()].sort((a, b) => compareText(b.slug, a.slug)),
  };
}

/** Gives what links to a list and its own pages state about it. */
export function summariseLedgerList({ entries, ...list }: LedgerList): LedgerSummary {
  return { ...list, count: entries.length };
}

/** The part of its list in which an entry is: a quarter of the year in which it is due, or the year or month of its letter. */
export function sectionOf({ way, slug }: LedgerList, { letter, commitment: { due } }: LedgerEntry) {
  if (way === 'refusals') {
    const { issuedOn } = letter.data;
    const month = issuedOn?.startsWith(slug) === true ? issuedOn : undefined;
    return month === undefined
      ? { id: 'undated', heading: '月份未载明' }
      : { id: `m${month.slice(5, 7)}`, heading: formatMonth(month) };
  }
  if (way === 'agencies' || slug === undated || due === undefined) {
    const year = letter.data.issuedOn?.slice(0, 4) ?? filedYear(letter);
    return { id: `y${year}`, heading: `${year}年` };
  }
  if (due.length === 4) return { id: 'year', heading: '年内' };
  const quarter = Math.ceil(Number(due.slice(5, 7)) / 3);
  return { id: `q${quarter}`, heading: `第${'一二三四'.charAt(quarter - 1)}季度` };
}

/** Nearest first; what is only due within the year comes last. Sorting is stable: the newest letters stay first. */
function sortByDue(entries: LedgerEntry[]): void {
  const keyOf = ({ commitment: { due = '' } }: LedgerEntry) =>
    due.length === 4 ? `${due}-99` : `${lastDayOf(due)}${due.length === 7 ? '-99' : ''}`;
  const keys = new Map(entries.map((entry) => [entry, keyOf(entry)]));
  entries.sort((a, b) => compareText(keys.get(a) ?? '', keys.get(b) ?? ''));
}
