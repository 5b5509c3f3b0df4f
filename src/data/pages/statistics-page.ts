import type { Site } from '../../reply/site.ts';
import type { Letter } from '../letter/letter.ts';
import type { LetterLists, Way } from '../lists/letter-lists.ts';
import { measureReplyDays, type ReplyDays } from '../statistics/reply-days.ts';
import { countLetters, type Statistics } from '../statistics/statistics.ts';

/** What the page on statistics shows. */
export interface StatisticsPage {
  letters: number;
  /** What agencies undertake in them. */
  commitments: number;
  counts: Statistics;
  replyDays: readonly ReplyDays[];
  /** The lists that counts link to: file name by list name. */
  slugs: Record<Extract<Way, 'agencies' | 'kinds'>, ReadonlyMap<string, string>>;
}

/** Gathers what the page on statistics shows. @param commitments How many there are in all letters. */
export function makeStatisticsPage(
  letters: readonly Letter[],
  lists: LetterLists,
  { outcomes, sessions }: Pick<Site, 'outcomes' | 'sessions'>,
  commitments: number,
): StatisticsPage {
  const slugs = (way: Way) => new Map(lists[way].map(({ name, slug }) => [name, slug]));
  return {
    letters: letters.length,
    commitments,
    counts: countLetters(letters, outcomes),
    replyDays: measureReplyDays(letters, sessions),
    slugs: { agencies: slugs('agencies'), kinds: slugs('kinds') },
  };
}
