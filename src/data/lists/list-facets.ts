import { compareOutcomes } from '../../reply/outcome-class.ts';
import { isBareLevel, placeProposal } from '../../reply/letter-place.ts';
import { compareText } from '../../reply/text-order.ts';
import type { Letter } from '../letter/letter.ts';
import { nameLetter } from '../letter/letter-name.ts';
import type { LetterList } from './letter-lists.ts';
import { sessionKey, unnamedSessionKey } from './session-key.ts';
import type { TableForm } from './table-columns.ts';

/** A choice on the search page: a parameter of its address, and its value. */
export interface ListFacet {
  name: 'year' | 'place' | 'session' | 'issuer' | 'kind' | 'role' | 'outcome';
  value: string;
}

/** A choice, and how many letters of the list have it. */
export type CountedFacet = ListFacet & { count: number };

/** How the search page searches a list, and how it narrows it. */
export interface ListFilter {
  /** Gives the letters of the list; absent for an empty list. */
  own: ListFacet | undefined;
  /** Newest first; empty in the list of a year. */
  years: CountedFacet[];
  /** In the order of the scale. */
  outcomes: CountedFacet[];
}

/**
 * Gathers how the search page narrows a list.
 *
 * @param merged Whether it is the list of a session as letters state it, of several places.
 */
export function filterList(list: LetterList, merged: boolean): ListFilter {
  const { letters, way } = list;
  const count = (name: 'year' | 'outcome', valueOf: (letter: Letter) => string | undefined): CountedFacet[] =>
    [...Map.groupBy(letters, valueOf)].flatMap(([value, members]) =>
      value === undefined ? [] : [{ name, value, count: members.length }],
    );
  return {
    own: findOwnFacet(list, merged),
    years:
      way === 'years'
        ? []
        : count('year', ({ data }) => nameLetter(data).date?.slice(0, 4)).sort((a, b) =>
            compareText(b.value, a.value),
          ),
    outcomes: count('outcome', ({ data }) => data.outcome).sort((a, b) => compareOutcomes(a.value, b.value)),
  };
}

function findOwnFacet(
  { way, name, slug, letters: [first] }: LetterList,
  merged: boolean,
): ListFacet | undefined {
  switch (way) {
    case 'years':
      return { name: 'year', value: slug };
    case 'places':
      return { name: 'place', value: name };
    case 'agencies':
      return { name: 'issuer', value: name };
    case 'kinds':
      return { name: 'kind', value: name };
    case 'sessions':
      return first && { name: 'session', value: findSessionValue(first, merged) };
  }
}

function findSessionValue({ data }: Letter, merged: boolean): string {
  if (merged) return sessionKey(data.proposal ?? {});
  const session = placeProposal(data) ?? {};
  return isBareLevel(session.scope) ? unnamedSessionKey(session) : sessionKey(session);
}

/**
 * The address of the search page with some choices made, newest letters first.
 *
 * @param search Address of that page.
 * @param view How it shows them.
 */
export function searchAddress(
  search: string,
  facets: readonly ListFacet[],
  view: TableForm['view'] = 'list',
): string {
  const query = new URLSearchParams(facets.map(({ name, value }) => [name, value]));
  query.append('sort', 'date');
  if (view === 'table') query.append('view', view);
  return `${search}?${query.toString()}`;
}
