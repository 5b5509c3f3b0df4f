import * as Plot from '@observablehq/plot';
import { drawChart, type ChartText, type ChartWidth } from './svg.ts';

/** The spread of some values. */
export interface Spread {
  name: string;
  shortest: number;
  median: number;
  longest: number;
}

const ticks = { 220: 3, 340: 4, 640: 8 };

/** Draws spreads as lines from the least to the greatest value with a tick at the median, each below its name. */
export function drawSpreadChart(text: ChartText, width: ChartWidth, ranges: readonly Spread[]): string {
  return drawChart(text, width, {
    height: ranges.length * 42 + 28,
    marginTop: 0,
    marginLeft: 4,
    marginRight: 24,
    x: { domain: [0, Math.max(1, ...ranges.map(({ longest }) => longest))], nice: true },
    y: { type: 'band', domain: ranges.map(({ name }) => name), axis: null },
    marks: [
      Plot.gridX({ className: 'chart-grid', ticks: ticks[width] }),
      Plot.axisX({ className: 'chart-axis', ticks: ticks[width], label: null, tickSize: 0 }),
      Plot.ruleY(ranges, { x1: 'shortest', x2: 'longest', y: 'name', className: 'chart-span', dy: 8 }),
      Plot.tickX(ranges, { x: 'median', y: 'name', insetTop: 22, insetBottom: 6, className: 'chart-median' }),
      Plot.text(ranges, {
        x: 0,
        y: 'name',
        text: 'name',
        textAnchor: 'start',
        dy: -9,
        className: 'chart-name',
      }),
    ],
  });
}
