import type { ArchivePage } from './archive-page.ts';
import type { CommonTextPage } from './common-text-page.ts';
import type { ComparisonPage } from './comparison-page.ts';
import type { ContentPage } from './content-page.ts';
import type { CoveragePage } from './coverage-page.ts';
import type { DataPage } from './data-page.ts';
import type { HomePage } from './home-page.ts';
import type { LetterPage } from './letter-page.ts';
import type { LedgerAgenciesPage, LedgerOverviewPage, ShownLedgerPage } from './ledger-page.ts';
import type { ShownListPage } from './list-page.ts';
import type { OverviewPage } from './overview-page.ts';
import type { CitedPolicyPage, PolicyListPage, RarePoliciesPage } from './policy-pages.ts';
import type { QuestionsPage } from '../relations/question-pages.ts';
import type { RedirectPage } from './redirect-page.ts';
import type { HandlingPage } from '../statistics/handling-counts.ts';
import type { SearchPage } from './search-page.ts';
import type { StatisticsPage } from './statistics-page.ts';
import type { WithdrawnPage } from '../letter/withdrawn-letter.ts';
import type { YearsPage } from './years-page.ts';

/** What each kind of page shows. A page is a function of these values and of its frame, of nothing else. */
export interface PageKinds {
  home: HomePage;
  search: SearchPage;
  notFound: YearsPage;
  archive: ArchivePage;
  data: DataPage;
  statistics: StatisticsPage;
  coverage: CoveragePage;
  handling: HandlingPage;
  questions: QuestionsPage;
  overview: OverviewPage;
  list: ShownListPage;
  ledger: LedgerOverviewPage;
  ledgerAgencies: LedgerAgenciesPage;
  ledgerList: ShownLedgerPage;
  policies: PolicyListPage;
  policy: CitedPolicyPage;
  rarePolicies: RarePoliciesPage;
  letter: LetterPage;
  comparison: ComparisonPage;
  commonText: CommonTextPage;
  content: ContentPage;
  redirect: RedirectPage;
  withdrawn: WithdrawnPage;
}
export type PageKind = keyof PageKinds;

/** A page to render: its kind and what it shows. */
export type ShownPage = { [K in PageKind]: { kind: K; shows: PageKinds[K] } }[PageKind];

/**
 * Gives what a page shows.
 *
 * @param page As given to the renderer in `Astro.locals`.
 * @throws Error when it was given values for another kind of page.
 */
export function shownBy<K extends PageKind>(kind: K, page: ShownPage): PageKinds[K] {
  if (!isKind(kind, page)) throw new Error(`a page of kind ${kind} was given values of kind ${page.kind}`);
  return page.shows;
}

function isKind<K extends PageKind>(
  kind: K,
  page: ShownPage,
): page is ShownPage & { kind: K; shows: PageKinds[K] } {
  return page.kind === kind;
}
