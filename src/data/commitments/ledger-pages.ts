import type { FollowedCommitment } from '../../commitments/followed-commitment.ts';
import type { Letter } from '../letter/letter.ts';
import {
  sectionOf,
  summariseLedgerList,
  type LedgerEntry,
  type LedgerList,
  type LedgerSummary,
} from './ledger.ts';

/** Commitments on one page of a list. */
const pageSize = 100;

/** Commitments of one letter that follow each other in a list. */
export interface LedgerItem<L extends Letter = Letter> {
  letter: L;
  commitments: { at: number; commitment: FollowedCommitment }[];
}

/** A part of a list: a quarter, or a year of letters. */
interface LedgerSection<L extends Letter = Letter> {
  /** Anchor on the page. */
  id: string;
  heading: string;
  items: LedgerItem<L>[];
}

/** One page of a list of the ledger. */
export interface LedgerListPage<L extends Letter = Letter> {
  list: LedgerSummary;
  /** From 1. */
  number: number;
  /** Number of pages of the list. */
  of: number;
  sections: LedgerSection<L>[];
  /** All sections of the list, each with the page on which it begins. */
  contents: { id: string; heading: string; count: number; page: number }[];
}

/** Divides a list into pages, each page into sections, and these into letters. */
export function paginateLedgerList<L extends Letter>(list: LedgerList<L>): LedgerListPage<L>[] {
  const { entries } = list;
  const contents: LedgerListPage['contents'] = [];
  for (const [index, entry] of entries.entries()) {
    const section = sectionOf(list, entry);
    const last = contents.at(-1);
    if (last?.id === section.id) last.count += 1;
    else contents.push({ ...section, count: 1, page: Math.floor(index / pageSize) + 1 });
  }
  const summary = summariseLedgerList(list);
  const of = Math.max(1, Math.ceil(entries.length / pageSize));
  return Array.from({ length: of }, (_, at) => ({
    list: summary,
    number: at + 1,
    of,
    sections: divide(list, entries.slice(at * pageSize, (at + 1) * pageSize)),
    contents,
  }));
}

function divide<L extends Letter>(
  list: LedgerList<L>,
  entries: readonly LedgerEntry<L>[],
): LedgerSection<L>[] {
  const sections: LedgerSection<L>[] = [];
  for (const entry of entries) {
    const { letter, at, commitment } = entry;
    const heading = sectionOf(list, entry);
    let section = sections.at(-1);
    if (section?.id !== heading.id) sections.push((section = { ...heading, items: [] }));
    const item = section.items.at(-1);
    if (item?.letter === letter) item.commitments.push({ at, commitment });
    else section.items.push({ letter, commitments: [{ at, commitment }] });
  }
  return sections;
}
