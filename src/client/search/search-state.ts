import type { TableForm } from '../../data/lists/table-columns.ts';
import { facetNames, type FacetName, type SearchRequest } from '../../search/query/search-request.ts';

/** What the search page shows: a request, a page of its results, and their form. The address holds all of it. */
export interface SearchState extends SearchRequest, TableForm {
  /** From 1. */
  page: number;
}

/** How results are shown: with excerpts, or as a table of header values. */
type ResultsForm = SearchState['view'];

const sortInAddress = { relevance: undefined, newest: 'date', oldest: 'oldest' } as const;
const sorts = Object.entries(sortInAddress) as [SearchState['sort'], string | undefined][];

const pageSizes: Record<ResultsForm, number> = { list: 20, table: 50 };

/** Results on one page. */
export function pageSize({ view }: Pick<SearchState, 'view'>): number {
  return pageSizes[view];
}

/** The state in which nothing is asked. */
export const idleState: SearchState = {
  text: '',
  facets: {},
  sort: 'relevance',
  page: 1,
  view: 'list',
  columns: [],
};

/**
 * Reads `?q=…&issuer=…&issuer=…&from=…&to=…&sort=date&page=2&view=table&columns=发文机关,地区`; ignores unknown parameters
 * and invalid values.
 */
export function readState(address: URLSearchParams): SearchState {
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const name of facetNames) {
    const values = [...new Set(address.getAll(name))].filter((value) => value !== '');
    if (values.length > 0) facets[name] = values;
  }
  const from = readDay(address.get('from'));
  const to = readDay(address.get('to'));
  const page = Number(address.get('page'));
  return {
    text: (address.get('q') ?? '').trim(),
    facets,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    sort:
      sorts.find(([, written]) => written !== undefined && written === address.get('sort'))?.[0] ??
      'relevance',
    page: Number.isSafeInteger(page) && page > 1 ? page : 1,
    view: address.get('view') === 'table' ? 'table' : 'list',
    columns: readColumns(address.get('columns')),
  };
}

/**
 * Writes a state as the query of an address, with its question mark; empty if nothing is asked. Equal states give
 * equal text.
 */
export function writeState({ text, facets, from, to, sort, page, view, columns }: SearchState): string {
  const address = new URLSearchParams();
  const set = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') address.append(name, value);
  };
  set('q', text);
  for (const name of facetNames) for (const value of facets[name] ?? []) set(name, value);
  set('from', from);
  set('to', to);
  set('sort', sortInAddress[sort]);
  set('page', page > 1 ? String(page) : undefined);
  set('view', view === 'table' ? view : undefined);
  set('columns', columns.join(','));
  const written = address.toString();
  return written === '' ? '' : `?${written}`;
}

/** Whether anything is asked for: a table without a query is one of all letters. */
export function hasQuestion(state: SearchState): boolean {
  return state.text !== '' || isNarrowed(state) || state.view === 'table';
}

/** What is asked for, however it is shown: equal for states that have the same results. */
export function writeQuestion(state: SearchState): string {
  return writeState({ ...state, page: 1, view: 'list', columns: [] });
}

/** Shows the results in another form, on the page that begins with, or has, the first of those shown. */
export function withView(state: SearchState, view: ResultsForm): SearchState {
  const first = (state.page - 1) * pageSize(state);
  return { ...state, view, page: Math.floor(first / pageSize({ view })) + 1 };
}

/** Whether facets or days are chosen. */
export function isNarrowed({ facets, from, to }: SearchState): boolean {
  return Object.keys(facets).length > 0 || from !== undefined || to !== undefined;
}

/** Chooses a value of a facet, or no longer; goes to the first page. */
export function toggleFacet(state: SearchState, name: FacetName, value: string): SearchState {
  const chosen = state.facets[name] ?? [];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  const facets: Partial<Record<FacetName, readonly string[]>> = {};
  for (const facet of facetNames) {
    const kept = facet === name ? values : (state.facets[facet] ?? []);
    if (kept.length > 0) facets[facet] = kept;
  }
  return { ...state, facets, page: 1 };
}

/** Sets the range of days, each `yyyy-mm-dd` or empty; goes to the first page. */
export function withDates(state: SearchState, from: string, to: string): SearchState {
  return {
    ...withoutFilters(state),
    facets: state.facets,
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  };
}

/** Removes facets and days; goes to the first page. */
export function withoutFilters({ text, sort, view, columns }: SearchState): SearchState {
  return { text, facets: {}, sort, page: 1, view, columns };
}

function readColumns(written: string | null): string[] {
  return [...new Set((written ?? '').split(','))].filter((name) => name !== '');
}

function readDay(written: string | null): string | undefined {
  if (written === null || !/^\d{4}-\d{2}-\d{2}$/.test(written)) return undefined;
  const day = new Date(`${written}T00:00:00Z`);
  return !Number.isNaN(day.valueOf()) && day.toISOString().startsWith(written) ? written : undefined;
}
