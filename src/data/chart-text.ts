import type { Tally } from './statistics.ts';

/** Whether a picture says more than the figures in a sentence. */
export const chartWorthy = {
  years: (years: readonly Tally[]): boolean => years.filter(({ count }) => count > 0).length >= 3,
  names: (counts: readonly Tally[]): boolean => counts.length >= 2,
};

/** The message of a chart of counts in words: 共 8 件；最多的是2020年，5 件。 */
export function describeCounts(counts: readonly Tally[]): string {
  const sum = counts.reduce((total, { count }) => total + count, 0);
  const most = Math.max(...counts.map(({ count }) => count));
  const leaders = counts.filter(({ count }) => count === most).map(({ name }) => name);
  const named = leaders.length > 3 ? `${leaders.slice(0, 3).join('、')}等` : leaders.join('、');
  return `共 ${sum} 件；最多的是${named}，${leaders.length > 1 ? '各 ' : ''}${most} 件。`;
}

/** Few counts as a sentence: 提案 3 件，建议 1 件。 */
export function listCounts(counts: readonly Tally[]): string {
  return `${counts.map(({ name, count }) => `${name} ${count} 件`).join('，')}。`;
}

/**
 * The counts that a chart shows: the greatest ones, the others in one.
 *
 * @param most How many bars at most, that of the others included.
 */
export function leading(counts: readonly Tally[], most: number): Tally[] {
  if (counts.length <= most) return [...counts];
  const rest = counts.slice(most - 1);
  const sum = rest.reduce((total, { count }) => total + count, 0);
  return [...counts.slice(0, most - 1), { name: `其他 ${rest.length} 个`, count: sum }];
}
