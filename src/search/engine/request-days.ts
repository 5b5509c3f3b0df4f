import type { ShardEntry } from '../form/edition-index.ts';
import { isTextTerm, type Query } from '../query/query.ts';
import type { SearchRequest } from '../query/search-request.ts';

/** First and last day asked for; absent where there is none. */
export interface DayRange {
  from?: string;
  to?: string;
}

/** The days that the request and its query allow: shards outside them are not loaded. */
export function dayRange({ from, to }: SearchRequest, { clauses }: Query): DayRange {
  let days: DayRange = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  for (const [term, ...others] of clauses) {
    if (term === undefined || others.length > 0 || isTextTerm(term) || term.negated) continue;
    if (term.test.field !== 'year') continue;
    const [first, last] = [dayOf(term.test.from, '01-01'), dayOf(term.test.to, '12-31')];
    days = {
      from: days.from === undefined || days.from < first ? first : days.from,
      to: days.to === undefined || days.to > last ? last : days.to,
    };
  }
  return days;
}

function dayOf(year: number, day: string): string {
  return `${String(year).padStart(4, '0')}-${day}`;
}

/** Whether any letter of a shard can be of these days. */
export function mayHold(shard: ShardEntry, { from, to }: DayRange): boolean {
  if (from === undefined && to === undefined) return true;
  return shard.to !== '' && shard.to >= (from ?? '') && (to === undefined || shard.from <= to);
}

/** Those of some rows whose letter is of these days. */
export function withinDays(rows: Uint32Array, dates: readonly string[], { from, to }: DayRange): Uint32Array {
  if (from === undefined && to === undefined) return rows;
  return rows.filter((row) => {
    const date = dates[row] ?? '';
    return date !== '' && date >= (from ?? '') && (to === undefined || date <= to);
  });
}
