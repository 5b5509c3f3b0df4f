import type { Tally } from './statistics.ts';

/** Whether a chart says more than a sentence would. */
export const chartWorthy = {
  years: (years: readonly Tally[]): boolean => years.filter(({ count }) => count > 0).length >= 3,
  names: (counts: readonly Tally[]): boolean => counts.length >= 2,
};

/** Describes the message of a chart of counts: 共 8 件；最多的是2020年，5 件。 */
export function describeCounts(counts: readonly Tally[]): string {
  const sum = counts.reduce((total, { count }) => total + count, 0);
  const most = Math.max(...counts.map(({ count }) => count));
  const leaders = counts.filter(({ count }) => count === most).map(({ name }) => name);
  const named = leaders.length > 3 ? `${leaders.slice(0, 3).join('、')}等` : leaders.join('、');
  return `共 ${sum} 件；最多的是${named}，${leaders.length > 1 ? '各 ' : ''}${most} 件。`;
}

/** Lists a few counts in a sentence: 提案 3 件，建议 1 件。 */
export function listCounts(counts: readonly Tally[]): string {
  return `${counts.map(({ name, count }) => `${name} ${count} 件`).join('，')}。`;
}

/**
 * Picks the greatest counts for a chart, and describes the rest in words: a bar for `其余 3 个共 7 件` would dwarf
 * all others.
 */
export function pickLeading(counts: readonly Tally[], most: number): { shown: Tally[]; rest?: string } {
  // One more bar takes no more room than the sentence that would replace it.
  if (counts.length <= most + 1) return { shown: [...counts] };
  const rest = counts.slice(most);
  const sum = rest.reduce((total, { count }) => total + count, 0);
  return {
    shown: counts.slice(0, most),
    rest: `图中是件数最多的 ${most} 个，其余 ${rest.length} 个共 ${sum} 件，见数据表。`,
  };
}
