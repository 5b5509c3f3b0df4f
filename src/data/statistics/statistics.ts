import { placeProposal } from '../../reply/letter-place.ts';
import { compareOutcomes } from '../../reply/outcome-class.ts';
import type { Site } from '../../reply/site.ts';
import type { Letter } from '../letter/letter.ts';
import { findOutcomeScale } from '../letter/outcome.ts';
import { compareText } from '../../reply/text-order.ts';

/** How many letters have one value of a field. */
export interface Tally {
  name: string;
  count: number;
}

/** The outcomes of letters classified by one scale. Counts of different scales are never added. */
interface OutcomeTally {
  /** The scale's name in `site.yml`; if no scale applies, the body that met, as written in the letters. */
  scale: string;
  /** In the order of the scale; the meaning as `site.yml` gives it. */
  classes: { letter: string; meaning?: string; count: number }[];
  count: number;
}

export interface Statistics {
  /** Letters by the year under which they are filed, oldest first; years in between without letters have 0. */
  years: Tally[];
  /** By 发文机关, most letters first. */
  agencies: Tally[];
  /** By kind of proposal, most letters first. */
  kinds: Tally[];
  outcomes: OutcomeTally[];
  /** Letters that state no class. */
  withoutOutcome: number;
}

/** Counts the letters of an archive by year, agency, kind and outcome. */
export function countLetters(letters: readonly Letter[], scales: Site['outcomes']): Statistics {
  const outcomes = tallyOutcomes(letters, scales);
  return {
    years: addEmptyYears(tally(letters, ({ id }) => id.slice(0, id.indexOf('/')))),
    agencies: tally(letters, ({ data }) => data.issuer),
    kinds: tally(letters, ({ data }) => data.proposal?.kind ?? '未载明'),
    outcomes,
    withoutOutcome: letters.length - outcomes.reduce((sum, { count }) => sum + count, 0),
  };
}

/** Counts by name, most first; ties are ordered by name, so that builds are identical. */
function tally(letters: readonly Letter[], nameOf: (letter: Letter) => string): Tally[] {
  return [...Map.groupBy(letters, nameOf)]
    .map(([name, members]) => ({ name, count: members.length }))
    .sort((a, b) => b.count - a.count || compareText(a.name, b.name));
}

function addEmptyYears(years: Tally[]): Tally[] {
  const counts = new Map(years.map(({ name, count }) => [Number(name), count]));
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  if (counts.size === 0) return [];
  return Array.from({ length: last - first + 1 }, (_, step) => ({
    name: String(first + step),
    count: counts.get(first + step) ?? 0,
  }));
}

function tallyOutcomes(letters: readonly Letter[], scales: Site['outcomes']): OutcomeTally[] {
  const classed = letters.filter(({ data }) => data.outcome !== undefined);
  const byScale = Map.groupBy(classed, ({ data }) => {
    const { scope = '', assembly = '' } = placeProposal(data) ?? {};
    return findOutcomeScale(data, scales) ?? (scope + assembly || '会议未载明');
  });
  return [...byScale]
    .map(([scale, members]) => ({
      scale,
      count: members.length,
      classes: tally(members, ({ data }) => data.outcome ?? '')
        .map(({ name, count }) => {
          const meaning = scales[scale]?.[name];
          return { letter: name, ...(meaning !== undefined && { meaning }), count };
        })
        .sort((a, b) => compareOutcomes(a.letter, b.letter)),
    }))
    .sort((a, b) => b.count - a.count || compareText(a.scale, b.scale));
}
