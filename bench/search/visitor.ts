import type { Query } from './queries.ts';

/*
 * A visitor in the benchmark, whether the visit is instrumented (`visits.ts`) or not
 * (`timed-visits.ts`).
 */

/** In CSS pixels: room for five of our results with excerpts, as many as Pagefind shows. */
export const viewport = { width: 1280, height: 960 };
/** How long a visitor looks at the results before the next query, in milliseconds. */
export const reading = 1500;
/** Queries of one visitor. */
export const queriesAVisit = 10;
const patience = 120_000;

/** Makes visits one after another, each with its share of the queries. */
export async function eachVisit<V>(
  queries: readonly Query[],
  visit: (queries: readonly Query[]) => Promise<V>,
): Promise<V[]> {
  const visits: V[] = [];
  for (let at = 0; at < queries.length; at += queriesAVisit)
    visits.push(await visit(queries.slice(at, at + queriesAVisit)));
  return visits;
}

/** @throws Error when it takes longer than two minutes. */
export async function inTime<T>(answer: Promise<T>): Promise<T> {
  let late: ReturnType<typeof setTimeout> | undefined;
  const lateness = new Promise<never>((_, reject) => {
    late = setTimeout(() => {
      reject(new Error(`没有在 ${patience / 1000} 秒内答复 no answer in time`));
    }, patience);
  });
  return Promise.race([answer, lateness]).finally(() => {
    clearTimeout(late);
  });
}
