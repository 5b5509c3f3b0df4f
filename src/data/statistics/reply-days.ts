import type { KnownSession } from '../../reply/known-session.ts';
import { placeProposal } from '../../reply/letter-place.ts';
import { findKnownSession, placeKnownSessions } from './known-session.ts';
import type { Letter } from '../letter/letter.ts';
import { formatSessionName } from '../wording/proposal-reference.ts';

/** How long the replies to a session's proposals took, in days from its opening. */
export interface ReplyDays {
  /** 省政协十二届二次会议 */
  name: string;
  openedOn: string;
  /** Number of letters that state their date of issue. */
  count: number;
  shortest: number;
  median: number;
  longest: number;
}

/**
 * Measures the days from the opening of a session to its replies, for the sessions whose opening day
 * `site.yml` states, oldest first. A letter dated before the session (one of the dates is wrong) is not
 * counted.
 */
export function measureReplyDays(letters: readonly Letter[], known: readonly KnownSession[]): ReplyDays[] {
  const sessions = placeKnownSessions(letters, known);
  const byName = new Map<string, { openedOn: string; days: number[] }>();
  for (const { data } of letters) {
    const proposal = placeProposal(data);
    const openedOn = findKnownSession(proposal, sessions)?.openedOn;
    const name = proposal && formatSessionName(proposal);
    if (openedOn === undefined || name === undefined || data.issuedOn === undefined) continue;
    const days = daysBetween(openedOn, data.issuedOn);
    if (days < 0) continue;
    const measured = byName.get(name);
    if (measured) measured.days.push(days);
    else byName.set(name, { openedOn, days: [days] });
  }
  return [...byName]
    .map(([name, { openedOn, days }]) => summarise(name, openedOn, days))
    .sort((a, b) => (a.openedOn === b.openedOn ? 0 : a.openedOn < b.openedOn ? -1 : 1));
}

function summarise(name: string, openedOn: string, days: number[]): ReplyDays {
  const sorted = days.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] ?? 0;
  const half = (sorted.length - 1) / 2;
  return {
    name,
    openedOn,
    count: sorted.length,
    shortest: at(0),
    median: Math.round((at(Math.floor(half)) + at(Math.ceil(half))) / 2),
    longest: at(sorted.length - 1),
  };
}

/** Whole days between two calendar days, `yyyy-mm-dd`. */
function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000;
}
