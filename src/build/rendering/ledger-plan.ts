import { address } from '../../archive/address.ts';
import {
  ledgerWays,
  sortLedger,
  summariseLedgerList,
  type LedgerList,
} from '../../data/commitments/ledger.ts';
import { findLaterAnswers, type LaterAnswers } from '../../data/relations/later-answers.ts';
import { paginateLedgerList, type LedgerListPage } from '../../data/commitments/ledger-pages.ts';
import { makeLedgerOverview } from '../../data/pages/ledger-page.ts';
import { paginateQuestions, placeQuestions } from '../../data/relations/question-pages.ts';
import { asCommitted } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { SharedContent, SharedLetter } from './shared-content.ts';
import type { PlannedPage } from './planned-page.ts';

/** Plans the pages of the ledger of commitments. */
export function planLedger({ letters, questions }: SharedContent): PlannedPage[] {
  const ledger = sortLedger(letters.map(asCommitted));
  const { overview, all } = makeLedgerOverview(ledger);
  const later = findLaterAnswers(questions, placeQuestions(paginateQuestions(questions)));
  const siblings = {
    agencies: [],
    due: ledger.due.map(summariseLedgerList),
    refusals: ledger.refusals.map(summariseLedgerList),
  };
  const planList = (list: LedgerList<SharedLetter>): PlannedPage[] => {
    const all = siblings[list.way];
    const others = all.length > 1 ? all : [];
    return paginateLedgerList(list).map((page) => {
      const ids = page.sections.flatMap(({ items }) => items.map(({ letter }) => letter.id));
      const shown = new Map(
        ids.flatMap((id): [string, LaterAnswers][] => {
          const answers = later.get(id);
          return answers === undefined ? [] : [[id, answers]];
        }),
      );
      return {
        path: address.ledgerList(list.way, list.slug, page.number),
        key: digest('ledger list', { ...page, sections: asKeys(page) }, others, [...shown]),
        gather: () => ({ kind: 'ledgerList', shows: { page, later: shown, others } }),
      };
    });
  };
  return [
    {
      path: address.ledger,
      key: digest('ledger', overview),
      gather: () => ({ kind: 'ledger', shows: overview }),
    },
    ...(all === undefined
      ? []
      : [
          {
            path: address.ledgerAgencies,
            key: digest('ledger agencies', all),
            gather: () => ({ kind: 'ledgerAgencies' as const, shows: all }),
          },
        ]),
    ...ledgerWays.flatMap((way) => ledger[way].flatMap(planList)),
  ];
}

/** Letters and commitments by digests: written out for every page, they would take longer than they do to read. */
function asKeys({ sections }: LedgerListPage<SharedLetter>) {
  return sections.map(({ id, items }) => [
    id,
    items.map(({ letter, commitments }) => [
      letter.digest,
      letter.commitmentsDigest,
      ...commitments.map(({ at }) => at),
    ]),
  ]);
}
