import type { Query } from './queries.ts';
import type { LongestTask } from './page-probe.ts';
import type { TimedVisit } from './timed-visits.ts';
import type { Asked, Visit } from './visits.ts';

/** Accuracy of an engine's answers compared to the scan. */
export interface Accuracy {
  /** Mean share of the expected letters that were found. */
  recall: number;
  /** Mean share of the found letters that were expected. */
  precision: number;
  /** Queries whose set of letters is entirely correct. */
  right: number;
  queries: number;
  /** The same by kind of query. */
  kinds: Record<string, { right: number; queries: number }>;
}

/** How long visitors wait, in milliseconds. */
export interface Waits {
  /** First query of a visit, with nothing loaded yet: until the first page of results is complete. */
  cold: Quantiles;
  /** Further queries, until the first results are shown. */
  first: Quantiles;
  /** Further queries, until the first page of results is complete, including excerpts. */
  whole: Quantiles;
  /** Further queries, until all letters are found. */
  complete: Quantiles;
  /** Results up to November 2026 do not distinguish the opening of the page. */
  longestTask: Partial<LongestTask>;
}

/** How long visitors wait and what they load, in bytes. */
export interface Speed extends Waits {
  /** From opening the page to the first results, mean. */
  bytesToFirst: number;
  /** From opening the page until the answer to the first query is complete, mean. */
  firstBytes: number;
  /** Of each further query, mean. */
  furtherBytes: number;
}

export interface Quantiles {
  p50: number;
  p95: number;
}

/** Compares the found letters with the expected ones. */
export function scoreAnswers(
  asked: readonly Asked[],
  truth: ReadonlyMap<Query, ReadonlySet<string>>,
): Accuracy {
  const kinds: Accuracy['kinds'] = {};
  let [recall, precision, right] = [0, 0, 0];
  for (const { query, ids } of asked) {
    const wanted = truth.get(query) ?? new Set();
    const found = new Set(ids);
    const both = found.intersection(wanted).size;
    const exact = both === wanted.size && both === found.size;
    recall += both / wanted.size;
    precision += found.size === 0 ? 0 : both / found.size;
    right += Number(exact);
    const kind = (kinds[query.kind] ??= { right: 0, queries: 0 });
    kind.queries += 1;
    kind.right += Number(exact);
  }
  const queries = asked.length;
  return { recall: recall / queries, precision: precision / queries, right, queries, kinds };
}

/** Summarises how long visitors waited. */
export function timeVisits(visits: readonly TimedVisit[]): Waits {
  const further = visits.flatMap((visit) => visit.further);
  return {
    cold: quantiles(visits.map(({ first }) => first.whole)),
    first: quantiles(further.map(({ first }) => first)),
    whole: quantiles(further.map(({ whole }) => whole)),
    complete: quantiles(further.map(({ complete }) => complete)),
    longestTask: {
      opening: Math.max(...visits.map(({ longestTask }) => longestTask.opening)),
      searching: Math.max(...visits.map(({ longestTask }) => longestTask.searching)),
    },
  };
}

/** Summarises what was sent to visitors. */
export function weighVisits(
  visits: readonly Visit[],
): Pick<Speed, 'bytesToFirst' | 'firstBytes' | 'furtherBytes'> {
  return {
    bytesToFirst: mean(visits.map((visit) => visit.bytesToFirst)),
    firstBytes: mean(visits.map(({ first }) => first.bytes)),
    furtherBytes: mean(visits.flatMap(({ further }) => further.map(({ bytes }) => bytes))),
  };
}

function quantiles(values: readonly number[]): Quantiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
