import { compareOutcomes } from '../../reply/outcome-class.ts';
import { placeProposal } from '../../reply/letter-place.ts';
import { compareText } from '../../reply/text-order.ts';
import type { Letter } from '../letter/letter.ts';
import { nameLetter } from '../letter/letter-name.ts';
import type { LetterList } from './letter-lists.ts';
import { sessionKey } from './session-key.ts';

/** A choice on the search page: a parameter of its address, and its value. */
export interface ListFacet {
  name: 'year' | 'place' | 'session' | 'issuer' | 'kind' | 'outcome';
  value: string;
}

/** A choice, and how many letters of the list have it. */
export type CountedFacet = ListFacet & { count: number };

/** How the search page searches a list, and how it narrows it. */
export interface ListFilter {
  /** Gives the letters of the list; absent for a list that no single choice gives. */
  own: ListFacet | undefined;
  /** Newest first; empty in the list of a year. */
  years: CountedFacet[];
  /** In the order of the scale. */
  outcomes: CountedFacet[];
}

/** Gathers how the search page narrows a list. */
export function filterList(list: LetterList, merged: boolean): ListFilter {
  const { letters, way } = list;
  const count = (name: 'year' | 'outcome', valueOf: (letter: Letter) => string | undefined): CountedFacet[] =>
    [...Map.groupBy(letters, valueOf)].flatMap(([value, members]) =>
      value === undefined ? [] : [{ name, value, count: members.length }],
    );
  return {
    own: merged ? undefined : findOwnFacet(list),
    years:
      way === 'years'
        ? []
        : count('year', ({ data }) => nameLetter(data).date?.slice(0, 4)).sort((a, b) =>
            compareText(b.value, a.value),
          ),
    outcomes: count('outcome', ({ data }) => data.outcome).sort((a, b) => compareOutcomes(a.value, b.value)),
  };
}

function findOwnFacet({ way, name, slug, letters: [first] }: LetterList): ListFacet | undefined {
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
      return first && { name: 'session', value: sessionKey(placeProposal(first.data) ?? {}) };
  }
}

/** The address of the search page with some choices made, newest letters first. @param search Address of that page. */
export function searchAddress(search: string, facets: readonly ListFacet[]): string {
  const query = new URLSearchParams(facets.map(({ name, value }) => [name, value]));
  query.append('sort', 'date');
  return `${search}?${query.toString()}`;
}
