import type { BuildResult } from './results.ts';

const size = { width: 720, height: 360 };
const frame = { left: 64, right: 150, top: 44, bottom: 48 };
const seconds = [1, 10, 100, 1000];
const styles = { dafu: '#b3261e', hugo: '#1f6fb2' } as const;

/** Plots the time of cold builds and of edits against the number of letters, both on logarithmic scales. */
export function drawPlot(results: readonly BuildResult[]): string {
  const counts = [...new Set(results.map(({ letters }) => letters))].sort((a, b) => a - b);
  const [least = 1, most = 10] = [counts[0], counts.at(-1)];
  const x = (letters: number) =>
    frame.left +
    ((Math.log(letters) - Math.log(least)) / (Math.log(most) - Math.log(least) || 1)) *
      (size.width - frame.left - frame.right);
  const y = (value: number) =>
    size.height -
    frame.bottom -
    (Math.log10(Math.max(value, 1)) / Math.log10(1000)) * (size.height - frame.top - frame.bottom);
  const lines = Object.entries(styles).flatMap(([generator, colour]) =>
    (['cold', 'edit'] as const).map((kind) => {
      const points = results
        .filter((result) => result.generator === generator)
        .map((result) => ({ x: x(result.letters), y: y(result[kind].seconds) }));
      const last = points.at(-1);
      if (last === undefined) return '';
      const dash = kind === 'edit' ? ' stroke-dasharray="6 4"' : '';
      const path = points.map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`).join(' ');
      return [
        `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"${dash}/>`,
        ...points.map(
          (point) => `<circle cx="${point.x.toFixed(1)}" cy="${point.y.toFixed(1)}" r="3" fill="${colour}"/>`,
        ),
        `<text x="${(last.x + 8).toFixed(1)}" y="${(last.y + 4).toFixed(1)}" fill="${colour}">${generator} ${kind === 'cold' ? '从头 cold' : '改一件 edit'}</text>`,
      ].join('\n');
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" role="img" font-family="system-ui, sans-serif" font-size="12">
<title>构建时间与件数 · build time against letters</title>
<rect width="100%" height="100%" fill="#fff"/>
<text x="${frame.left}" y="20" font-weight="600">构建时间（秒） · build time, seconds</text>
${seconds.map((value) => `<line x1="${frame.left}" x2="${size.width - frame.right}" y1="${y(value)}" y2="${y(value)}" stroke="#ddd"/><text x="${frame.left - 8}" y="${y(value) + 4}" text-anchor="end">${value}</text>`).join('\n')}
${counts.map((value) => `<text x="${x(value)}" y="${size.height - frame.bottom + 20}" text-anchor="middle">${value.toLocaleString('en')}</text>`).join('\n')}
<text x="${size.width - frame.right}" y="${size.height - 8}" text-anchor="end">件数 · letters</text>
${lines.join('\n')}
</svg>
`;
}
