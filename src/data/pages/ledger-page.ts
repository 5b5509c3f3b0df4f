import type { LaterAnswers } from '../relations/later-answers.ts';
import { countLedger, type LedgerCounts } from '../commitments/ledger-counts.ts';
import {
  summariseLedgerList,
  type Ledger,
  type LedgerList,
  type LedgerSummary,
} from '../commitments/ledger.ts';
import type { LedgerListPage } from '../commitments/ledger-pages.ts';
import type { Letter } from '../letter/letter.ts';

/** A list of the ledger with its numbers. */
export type CountedLedgerList = LedgerSummary & LedgerCounts;

/** What the overview of the ledger shows. */
export interface LedgerOverviewPage {
  total: LedgerCounts;
  due: readonly CountedLedgerList[];
  /** Those with most commitments. */
  agencies: readonly CountedLedgerList[];
  /** Number of all agencies. */
  of: number;
  /** What letters refuse or put off, by their years. */
  refusals: readonly CountedLedgerList[];
}

/** What the page on all agencies of the ledger shows. */
export interface LedgerAgenciesPage {
  agencies: readonly CountedLedgerList[];
}

/** What a page of a list of the ledger shows. */
export interface ShownLedgerPage<L extends Letter = Letter> {
  page: LedgerListPage<L>;
  /** Later letters on the questions of those on the page, by id. */
  later: ReadonlyMap<string, LaterAnswers>;
  /** The lists of the same way to go on to, of other years; empty for agencies, of which there may be thousands. */
  others: readonly LedgerSummary[];
}

/** Agencies on the overview; more have a page of their own. */
const shownAgencies = 20;

/** Gathers what the overview of the ledger shows, and the page on all agencies if the overview has not all of them. */
export function makeLedgerOverview(ledger: Ledger): {
  overview: LedgerOverviewPage;
  all: LedgerAgenciesPage | undefined;
} {
  const agencies = ledger.agencies.map(countList);
  const total = countLedger(ledger.agencies.flatMap(({ entries }) => entries));
  const all = agencies.length > shownAgencies ? { agencies } : undefined;
  const overview = {
    total,
    due: ledger.due.map(countList),
    agencies: agencies.slice(0, shownAgencies),
    of: agencies.length,
    refusals: ledger.refusals.map(countList),
  };
  return { overview, all };
}

function countList(list: LedgerList): CountedLedgerList {
  return { ...summariseLedgerList(list), ...countLedger(list.entries) };
}
