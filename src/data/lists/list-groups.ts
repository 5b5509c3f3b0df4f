import { agencyPlace } from '../../reply/agency-place.ts';
import type { LetterList } from './letter-lists.ts';
import type { Letter } from '../letter/letter.ts';

/** Lists that stand together on an overview page. */
export interface ListGroup<L extends Letter = Letter> {
  /** Absent where all stand in one group. */
  heading?: string;
  lists: readonly LetterList<L>[];
}

/** As many agencies are still surveyed at a glance. */
const glance = 20;
const unplaced = '其他机关';

/**
 * Groups the lists of an overview page: sessions by the body that met, many agencies by the place in
 * their names. Groups keep the order of the lists; agencies that name no place come last.
 */
export function groupLists<L extends Letter>(lists: readonly LetterList<L>[]): ListGroup<L>[] {
  const way = lists[0]?.way;
  if (way === 'sessions') return groupsBy(lists, ({ body = '' }) => body);
  if (way === 'agencies' && lists.length > glance) {
    const groups = groupsBy(lists, ({ name }) => agencyPlace(name) ?? unplaced);
    // Where nearly every agency has a place of its own, headings would only lengthen the page.
    if (groups.length * 2 <= lists.length)
      return [
        ...groups.filter(({ heading }) => heading !== unplaced),
        ...groups.filter(({ heading }) => heading === unplaced),
      ];
  }
  return lists.length === 0 ? [] : [{ lists }];
}

function groupsBy<L extends Letter>(
  lists: readonly LetterList<L>[],
  headingOf: (list: LetterList<L>) => string,
): ListGroup<L>[] {
  return [...Map.groupBy(lists, headingOf)].map(([heading, members]) => ({ heading, lists: members }));
}

/**
 * The places whose sessions may stand in one list: letters that only say 市政协 leave open which city's,
 * and the letters of one list then come from agencies of several cities.
 *
 * @returns None when the letters name the place, or come from one place of that level.
 */
export function findMixedPlaces({ letters }: LetterList): string[] {
  const scope = letters[0]?.data.proposal?.scope;
  if (scope === undefined || !/^[省市县区州旗盟]$/u.test(scope)) return [];
  const places = new Set(letters.flatMap(({ data }) => agencyPlace(data.issuer) ?? []));
  const sameLevel = [...places].filter((place) => place.endsWith(scope));
  return sameLevel.length > 1 ? sameLevel : [];
}
