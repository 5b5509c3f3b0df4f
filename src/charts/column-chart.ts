import * as Plot from '@observablehq/plot';
import { drawChart, type ChartText, type ChartWidth } from './svg.ts';

/** One column or bar. */
export interface Count {
  name: string;
  count: number;
}

/** Up to this many columns are labelled with their counts; more are read against a grid. */
const labelled = { 220: 5, 340: 8, 640: 16 };

/** Draws counts as columns in the given order, such as letters by year. */
export function drawColumnChart(text: ChartText, width: ChartWidth, counts: readonly Count[]): string {
  const few = counts.length <= labelled[width];
  const step = Math.ceil(counts.length / labelled[width]);
  const names = counts.map(({ name }) => name);
  const channels = { x: 'name', y: 'count' };
  return drawChart(text, width, {
    height: width === 640 ? 240 : 200,
    marginTop: 24,
    marginLeft: few ? 4 : 48,
    marginRight: 4,
    x: { type: 'band', domain: names, padding: few ? 0.4 : 0.2 },
    y: { domain: [0, Math.max(1, ...counts.map(({ count }) => count))], nice: !few, axis: null },
    marks: [
      few
        ? []
        : [
            Plot.gridY({ className: 'chart-grid', ticks: 4 }),
            Plot.axisY({ className: 'chart-axis', ticks: 4, label: null, tickSize: 0, tickFormat: 'd' }),
          ],
      Plot.barY(counts, { ...channels, fill: 'currentColor', className: 'chart-mark' }),
      few ? Plot.text(counts, { ...channels, text: 'count', dy: -9, className: 'chart-value' }) : [],
      Plot.ruleY([0], { className: 'chart-base' }),
      Plot.axisX({
        className: 'chart-axis',
        label: null,
        tickSize: 0,
        ticks: names.filter((_, at) => (names.length - 1 - at) % step === 0),
      }),
    ],
  });
}
