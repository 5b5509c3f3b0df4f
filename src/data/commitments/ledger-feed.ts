import { address } from '../../archive/address.ts';
import { compareText } from '../../reply/text-order.ts';
import {
  feedSize,
  findLastChange,
  findPublication,
  formatInstant,
  makePermanentId,
  type Feed,
  type FeedEntry,
} from '../feeds/feed.ts';
import { formatDay } from '../wording/chinese-day.ts';
import { isPromise, kindText, lastStep } from './commitment-text.ts';
import type { LedgerLetter } from './ledger.ts';

/**
 * Makes the feed of commitments: the letters with commitments that were published, corrected or followed up last, an
 * entry each. An entry a commitment would push all but a few letters out of the feed.
 */
export function makeLedgerFeed(letters: readonly LedgerLetter[], site: Feed['site']): Feed {
  const dated = letters
    .map(({ letter, commitments }) => ({ letter, commitments: commitments.filter(isPromise) }))
    .filter(({ commitments }) => commitments.length > 0)
    .map((committed) => ({ committed, changed: findChange(committed) }))
    .sort(
      (a, b) =>
        compareText(b.changed, a.changed) || compareText(b.committed.letter.id, a.committed.letter.id),
    )
    .slice(0, feedSize);
  return {
    id: makePermanentId(address.ledger, site),
    title: `承诺台账 · ${site.name}`,
    page: address.ledger,
    updated: formatInstant(dated[0]?.changed ?? '1970-01-01'),
    site,
    entries: dated.map(({ committed, changed }) => makeEntry(committed, changed, site)),
  };
}

function makeEntry({ letter, commitments }: LedgerLetter, changed: string, site: Feed['site']): FeedEntry {
  const { id, data } = letter;
  const page = `${address.reply(id)}#commitments`;
  return {
    id: makePermanentId(page, site),
    page,
    title: `${data.proposal?.title ?? data.title}（承诺 ${commitments.length} 项）`,
    summary: commitments.map(describe).join('\n'),
    author: data.issuer,
    categories: data.categories ?? [],
    published: formatInstant(findPublication(letter)),
    updated: formatInstant(changed),
  };
}

/** 我局将于2021年底前建成步道。（将办理；2021年12月30日已落实） */
function describe(commitment: LedgerLetter['commitments'][number]): string {
  const step = lastStep(commitment);
  const facts = [kindText[commitment.kind], step && `${formatDay(step.on)}${step.state}`];
  return `${commitment.text}（${facts.filter((fact) => fact !== undefined).join('；')}）`;
}

function findChange({ letter, commitments }: LedgerLetter): string {
  const days = commitments.flatMap((commitment) => lastStep(commitment)?.on ?? []);
  return [findLastChange(letter), ...days].sort().at(-1) ?? '';
}
