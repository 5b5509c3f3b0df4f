import { isBareLevel, placeScope } from '../../reply/letter-place.ts';
import { agencyPlace } from '../../reply/agency-place.ts';
import type { LetterList } from './letter-lists.ts';
import type { Letter } from '../letter/letter.ts';

/** Lists that are shown together on an overview page. */
export interface ListGroup<L extends Letter = Letter> {
  /** Absent when there is only one group. */
  heading?: string;
  lists: readonly LetterList<L>[];
}

/** The number of agencies that fits at a glance. */
const ungroupedMaximum = 20;
const unplaced = '其他机关';

/**
 * Groups the lists of an overview page: sessions by the body that met, agencies, if there are many, by the
 * place in their names. Groups keep the order of the lists; agencies without a place come last.
 */
export function groupLists<L extends Letter>(lists: readonly LetterList<L>[]): ListGroup<L>[] {
  const way = lists[0]?.way;
  if (way === 'sessions') return groupBy(lists, ({ body = '' }) => body);
  if (way === 'agencies' && lists.length > ungroupedMaximum) {
    const groups = groupBy(lists, ({ name }) => agencyPlace(name) ?? unplaced);
    // If nearly every agency has a different place, headings would only lengthen the page.
    if (groups.length * 2 <= lists.length)
      return [
        ...groups.filter(({ heading }) => heading !== unplaced),
        ...groups.filter(({ heading }) => heading === unplaced),
      ];
  }
  return lists.length === 0 ? [] : [{ lists }];
}

function groupBy<L extends Letter>(
  lists: readonly LetterList<L>[],
  headingOf: (list: LetterList<L>) => string,
): ListGroup<L>[] {
  return [...Map.groupBy(lists, headingOf)].map(([heading, members]) => ({ heading, lists: members }));
}

/**
 * Finds the places whose sessions may have been merged into one list: a letter that only says 市政协 does not
 * say which city's, so a list may have letters from agencies of several cities.
 *
 * @returns Empty when the letters name the place, or all come from one place of that level.
 */
export function findMixedPlaces({ letters }: LetterList): string[] {
  const scope = letters[0]?.data.proposal?.scope;
  if (!isBareLevel(scope)) return [];
  const places = new Set(letters.map(({ data }) => placeScope(scope, data) ?? scope));
  places.delete(scope);
  return places.size > 1 ? [...places] : [];
}
