import { expect, test } from 'vitest';
import { drawBarChart } from './bar-chart.ts';
import { drawColumnChart } from './column-chart.ts';
import { drawSpreadChart } from './spread-chart.ts';

const text = { id: 'years', title: '各年答复', description: '2019年 3 件；2020年 <5> 件。' };
const years = [
  { name: '2019', count: 3 },
  { name: '2020', count: 5 },
  { name: '2021', count: 0 },
];
const manyYears = Array.from({ length: 40 }, (_, at) => ({ name: String(1980 + at), count: at * 7 }));
const ranges = [{ name: '虚构市政协一届一次会议', shortest: 10, median: 31, longest: 90 }];

const charts = {
  columns: () => drawColumnChart(text, 340, years),
  'many columns': () => drawColumnChart(text, 640, manyYears),
  'columns for large letters': () => drawColumnChart(text, 220, manyYears),
  bars: () => drawBarChart(text, 340, years),
  ranges: () => drawSpreadChart(text, 640, ranges),
};

test.each(Object.entries(charts))('a %s is an image with title and description', (_, draw) => {
  const svg = draw();
  const [title, description] = ['labelledby', 'describedby'].map(
    (relation) => new RegExp(`^<svg [^>]*aria-${relation}="(\\S+)"`).exec(svg)?.[1] ?? 'none',
  );
  expect(svg).toMatch(/^<svg [^>]*role="img"/);
  expect(svg).toContain(`<title id="${title ?? ''}">各年答复</title>`);
  expect(svg).toContain(`<desc id="${description ?? ''}">2019年 3 件；2020年 &lt;5&gt; 件。</desc>`);
});

test.each(Object.entries(charts))('a %s contains nothing that the pages’ policy forbids', (_, draw) => {
  const svg = draw();
  expect(svg).not.toMatch(/<style|style=|<script|⚠|\son\w+=/);
});

test.each(Object.entries(charts))('a %s contains no English word and no fraction of a letter', (_, draw) => {
  expect(draw().replace(/<[^>]*>|&\w+;/g, '')).not.toMatch(/[a-z]|\d\.\d/i);
});

test.each(Object.entries(charts))('a %s is the same in every build', (_, draw) => {
  expect(draw()).toBe(draw());
});

test('the height of a column is proportional to its count', () => {
  const heights = [...charts.columns().matchAll(/<rect [^>]*height="([\d.]+)"/g)].map(([, height]) =>
    Number(height),
  );
  expect(heights).toHaveLength(3);
  expect((heights[0] ?? 0) / (heights[1] ?? 1)).toBeCloseTo(3 / 5, 2);
  expect(heights[2]).toBe(0);
});

test('bars of charts that share a scale are as long as their counts, whichever chart they are in', () => {
  const lengths = (counts: readonly { name: string; count: number }[]) =>
    [...drawBarChart(text, 640, counts, 50).matchAll(/<rect [^>]*width="([\d.]+)"/g)].map(([, length]) =>
      Number(length),
    );
  const [three, fifty] = lengths([
    { name: '甲', count: 3 },
    { name: '乙', count: 50 },
  ]);
  expect(lengths([{ name: '丙', count: 3 }])).toEqual([three]);
  expect((three ?? 0) / (fifty ?? 1)).toBeCloseTo(3 / 50, 2);
});

test('a name that does not fit is truncated', () => {
  const long = '虚构省'.repeat(12);
  expect(drawBarChart({ ...text, title: '机关' }, 340, [{ name: long, count: 1 }])).not.toContain(long);
  expect(drawBarChart({ ...text, title: '机关' }, 640, [{ name: long, count: 1 }])).toContain(long);
});
