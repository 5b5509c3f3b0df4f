import { findDaySpan, formatMonth, type DaySpan } from '../wording/chinese-day.ts';
import { summarise, type LetterList, type ListSummary } from './letter-lists.ts';
import { findMixedPlaces } from './list-groups.ts';
import type { Letter } from '../letter/letter.ts';

/** Letters on one page of a list. */
const pageSize = 50;

/** A section of a list: a month in the list of a year, a year in any other. */
export interface ListSection<L extends Letter = Letter> {
  /** Anchor on the page. */
  id: string;
  heading: string;
  letters: L[];
}

/** One page of a list. */
export interface ListPage<L extends Letter = Letter> {
  list: ListSummary;
  /** First and last day of issue in the list. */
  days: DaySpan | undefined;
  /** Of a session that may be several, the places whose letters are in the list. */
  places: readonly string[];
  /** Of an agency, for how many letters it is stated that it hosted or joined; absent for other lists. */
  roles?: { hosted: number; joined: number };
  /** Letters that are in a list of a place, or of its session, because of their agency. */
  derived: number;
  /** From 1. */
  number: number;
  /** Number of pages of the list. */
  of: number;
  sections: ListSection<L>[];
  /** All sections of the list, each with the page on which it begins. */
  contents: SectionStart[];
}

interface SectionStart {
  id: string;
  heading: string;
  count: number;
  page: number;
}

/** Divides a list into pages and each page into sections. */
export function paginateList<L extends Letter>(list: LetterList<L>): ListPage<L>[] {
  const sectionOf = list.way === 'years' ? monthSection : yearSection;
  const of = Math.max(1, Math.ceil(list.letters.length / pageSize));
  const summary = summarise(list);
  const days = findDaySpan(list.letters.map(({ data }) => data.issuedOn));
  const places = list.way === 'sessions' ? findMixedPlaces(list) : [];
  const countRole = (role: '主办' | '会办') => list.letters.filter(({ data }) => data.role === role).length;
  const roles = list.way === 'agencies' && { hosted: countRole('主办'), joined: countRole('会办') };
  const derived = countDerived(list);
  let before = 0;
  const contents = divideIntoSections(list.letters, sectionOf).map(({ id, heading, letters }) => {
    const page = Math.floor(before / pageSize) + 1;
    before += letters.length;
    return { id, heading, count: letters.length, page };
  });
  return Array.from({ length: of }, (_, at) => ({
    list: summary,
    days,
    places,
    ...(roles && { roles }),
    derived,
    number: at + 1,
    of,
    sections: divideIntoSections(list.letters.slice(at * pageSize, (at + 1) * pageSize), sectionOf),
    contents,
  }));
}

/**
 * Chooses the page numbers that a page links to: the first, the last and its neighbours. A gap, always of at
 * least two pages, is undefined.
 */
export function chooseLinkedPages(number: number, of: number): (number | undefined)[] {
  const shown = [1, number - 1, number, number + 1, of].filter((page) => page >= 1 && page <= of);
  const linked: (number | undefined)[] = [];
  let last = 0;
  for (const page of new Set(shown)) {
    if (page - last === 2) linked.push(page - 1);
    else if (page - last > 2) linked.push(undefined);
    linked.push(page);
    last = page;
  }
  return linked;
}

function countDerived({ way, body, letters }: LetterList): number {
  if (way === 'places') return letters.filter(({ data }) => data.place === undefined).length;
  if (way !== 'sessions') return 0;
  return letters.filter(({ data: { proposal, place } }) => {
    const stated = `${proposal?.scope ?? ''}${proposal?.assembly ?? ''}`;
    return place === undefined && stated !== body;
  }).length;
}

type SectionHeading = Pick<ListSection, 'id' | 'heading'>;

/** A letter may be filed under another year than that of its date; then the heading of its month names the year. */
function monthSection({ id, data: { issuedOn } }: Letter): SectionHeading {
  if (issuedOn === undefined) return { id: 'undated', heading: '成文日期未载明' };
  const [year, month] = [issuedOn.slice(0, 4), issuedOn.slice(5, 7)];
  return id.startsWith(`${year}/`)
    ? { id: `m${month}`, heading: formatMonth(issuedOn) }
    : { id: `m${year}-${month}`, heading: `${year}年${formatMonth(issuedOn)}` };
}

/** A letter without a date belongs to the year under which it is filed. */
function yearSection({ id, data: { issuedOn } }: Letter): SectionHeading {
  const year = (issuedOn ?? id).slice(0, 4);
  return { id: `y${year}`, heading: `${year}年` };
}

function divideIntoSections<L extends Letter>(
  letters: readonly L[],
  headingOf: (letter: L) => SectionHeading,
): ListSection<L>[] {
  const sections = new Map<string, ListSection<L>>();
  for (const letter of letters) {
    const heading = headingOf(letter);
    const section = sections.get(heading.id);
    if (section) section.letters.push(letter);
    else sections.set(heading.id, { ...heading, letters: [letter] });
  }
  return [...sections.values()];
}
