import { engines } from './engines/engines.ts';
import type { Result } from './results.ts';

/** Size of a panel in pixels. */
const panel = { width: 330, height: 300 };
const margin = { left: 70, top: 64, right: 26, bottom: 76 };
const gap = 56;
const size = {
  width: margin.left + 2 * panel.width + gap + margin.right,
  height: margin.top + panel.height + margin.bottom,
};

interface Panel {
  title: string;
  left: number;
  ticks: readonly { value: number; text: string }[];
  of: (speed: NonNullable<Result['speed']>) => number;
}

const kilobyte = 1024;
const panels: readonly Panel[] = [
  {
    title: '其后查询首页齐 p95 · a further query’s first page, p95',
    left: margin.left,
    ticks: [1, 10, 100, 1000, 10_000].map((value) => ({
      value,
      text: value < 1000 ? `${value} ms` : `${value / 1000} s`,
    })),
    of: ({ whole }) => whole.p95,
  },
  {
    title: '首次结果前的下载 · sent before the first result',
    left: margin.left + panel.width + gap,
    ticks: [100, 1024, 10_240, 102_400].map((value) => ({
      value: value * kilobyte,
      text: value < 1024 ? `${value} KB` : `${value / 1024} MB`,
    })),
    of: ({ bytesToFirst }) => bytesToFirst,
  },
];

/**
 * Plots the share of fully correct queries against waiting time and bytes. A colour is an engine, a dot a
 * corpus, larger for a larger one. Top left is best. Readable on light and dark backgrounds.
 */
export function drawPlot(results: readonly Result[]): string {
  const sizes = [...new Set(results.filter(({ speed }) => speed).map(({ letters }) => letters))];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>全对的查询与等待、下载 · queries fully right against waiting and bytes</title>
<style>
:root { --ground: #fff; --ink: #222; --line: #ddd; --c0: #b3261e; --c1: #1f6fb2; --c2: #2b7a3d; --c3: #8a5a00; --c4: #7a3f9d; }
@media (prefers-color-scheme: dark) { :root { --ground: #16181c; --ink: #e6e6e6; --line: #3a3d44; --c0: #ff8a80; --c1: #7db9ee; --c2: #7fd394; --c3: #e6b450; --c4: #cf9bf0; } }
text { fill: var(--ink) } .line { stroke: var(--line); fill: none } .end { text-anchor: end } .middle { text-anchor: middle }
</style>
<rect width="100%" height="100%" fill="var(--ground)"/>
<text x="${margin.left}" y="20" font-weight="600">查询结果全对的比例 · share of queries whose set of letters is fully right</text>
${legend()}
${panels.map((one) => drawPanel(one, results, sizes)).join('\n')}
<text x="${size.width - margin.right}" y="${size.height - 6}" class="end">圆越大，件数越多 · larger dot, larger corpus: ${sizes.map((letters) => letters.toLocaleString('en')).join(' · ')}</text>
</svg>
`;
}

function legend(): string {
  return engines
    .map(({ name }, index) => {
      const x = margin.left + 6 + index * 120;
      return `<circle cx="${x}" cy="40" r="5" fill="var(--c${index})"/><text x="${x + 10}" y="44">${name}</text>`;
    })
    .join('\n');
}

function drawPanel({ title, left, ticks, of }: Panel, results: readonly Result[], sizes: number[]): string {
  const bottom = margin.top + panel.height;
  const low = Math.log(ticks[0]?.value ?? 1) - 0.4;
  const high = Math.log(ticks.at(-1)?.value ?? 10) + 0.4;
  const x = (value: number) => {
    const at = (Math.log(Math.max(value, 1)) - low) / (high - low);
    return left + panel.width * Math.min(1, Math.max(0, at));
  };
  const y = (part: number) => bottom - panel.height * part;
  const rows = [0, 0.25, 0.5, 0.75, 1].map(
    (part) =>
      `<path class="line" d="M${left} ${y(part)}h${panel.width}"/>` +
      (left === margin.left
        ? `<text class="end" x="${left - 8}" y="${y(part) + 4}">${part * 100} %</text>`
        : ''),
  );
  const columns = ticks.map(
    ({ value, text }) =>
      `<path class="line" d="M${x(value).toFixed(1)} ${margin.top}v${panel.height}"/>` +
      `<text class="middle" x="${x(value).toFixed(1)}" y="${bottom + 18}">${text}</text>`,
  );
  const dots = engines.flatMap(({ key }, index) => {
    const points = results.flatMap(({ engine, letters, accuracy, speed }) =>
      engine === key && accuracy && speed
        ? [{ x: x(of(speed)), y: y(accuracy.right / accuracy.queries), r: 4 + 2.5 * sizes.indexOf(letters) }]
        : [],
    );
    const path = points.map((point) => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`).join('L');
    const circles = points.map(
      (point) =>
        `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="${point.r}" fill="var(--c${index})" fill-opacity="0.75"/>`,
    );
    return [
      ...(points.length > 1 ? [`<path d="M${path}" fill="none" stroke="var(--c${index})"/>`] : []),
      ...circles,
    ];
  });
  const caption = `<text class="middle" x="${left + panel.width / 2}" y="${bottom + 36}">${title}</text>`;
  return [...rows, ...columns, caption, ...dots].join('\n');
}
