import * as Plot from '@observablehq/plot';
import type { Count } from './column-chart.ts';
import { drawChart, fontSize, type ChartText, type ChartWidth } from './svg.ts';

const rowHeight = 42;

/** The greatest of some counts, at least 1: charts that are compared are drawn to that of all of them. */
export function greatestCount(counts: readonly Count[]): number {
  return Math.max(1, ...counts.map(({ count }) => count));
}

/**
 * Draws counts as bars in the given order, each below its name, since names of agencies are long.
 *
 * @param greatest The count whose bar would be as long as the chart is wide.
 */
export function drawBarChart(
  text: ChartText,
  width: ChartWidth,
  counts: readonly Count[],
  greatest = greatestCount(counts),
): string {
  const longest = Math.floor(width / fontSize) - 1;
  const names = counts.map(({ name }) => name);
  return drawChart(text, width, {
    height: counts.length * rowHeight,
    margin: 0,
    marginRight: 56,
    axis: null,
    x: { domain: [0, greatest] },
    y: { type: 'band', domain: names, padding: 0 },
    marks: [
      Plot.barX(counts, {
        x: 'count',
        y: 'name',
        insetTop: 22,
        insetBottom: 7,
        fill: 'currentColor',
        className: 'chart-mark',
      }),
      Plot.text(counts, {
        x: 0,
        y: 'name',
        text: ({ name }: Count) => (name.length > longest ? `${name.slice(0, longest - 1)}…` : name),
        textAnchor: 'start',
        dy: -9,
        className: 'chart-name',
      }),
      Plot.text(counts, {
        x: 'count',
        y: 'name',
        text: 'count',
        textAnchor: 'start',
        dx: 6,
        dy: 8,
        className: 'chart-value',
      }),
    ],
  });
}
