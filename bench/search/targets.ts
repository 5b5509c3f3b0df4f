import { markdownTable } from './result-tables.ts';
import type { Result } from './results.ts';
import type { Speed } from './score.ts';
import { kilobytes, share } from './units.ts';

/** Targets of the search, by size of the corpus. */
interface Target {
  letters: number;
  /** 95th percentile of further queries, in milliseconds. */
  wait: { most: number; of: (speed: Speed) => number; name: string };
  /** Kilobytes. */
  bytesToFirst: number;
  furtherBytes?: number;
}

const wholePage = { of: ({ whole }: Speed) => whole.p95, name: '首页齐 first page' };
const firstResults = { of: ({ first }: Speed) => first.p95, name: '见首条 first results' };
const targets: readonly Target[] = [
  { letters: 5000, wait: { most: 60, ...wholePage }, bytesToFirst: 350, furtherBytes: 70 },
  { letters: 10_000, wait: { most: 100, ...wholePage }, bytesToFirst: 450, furtherBytes: 140 },
  { letters: 100_000, wait: { most: 500, ...firstResults }, bytesToFirst: 1024 },
];

/** Our results against the targets: ✓ met, ✗ missed, – not measured. */
export function targetTable(results: readonly Result[]): string {
  const rows = targets.map(({ letters, wait, bytesToFirst, furtherBytes }) => {
    const ours = results.find((result) => result.engine === 'ours' && result.letters === letters);
    const size = letters.toLocaleString('en');
    if (!ours?.accuracy || !ours.speed) return [size, '–', '–', '–', '–'];
    const { accuracy, speed } = ours;
    const judge = (kept: boolean, text: string) => `${text} ${kept ? '✓' : '✗'}`;
    const bytes = (value: number, most: number) =>
      judge(value <= most * 1024, `${kilobytes(value)}（≤ ${most}）`);
    return [
      size,
      judge(accuracy.right === accuracy.queries, `${share(accuracy.right, accuracy.queries)}（100 %）`),
      judge(wait.of(speed) < wait.most, `${wait.of(speed).toFixed(0)}（< ${wait.most}，${wait.name}）`),
      bytes(speed.bytesToFirst, bytesToFirst),
      furtherBytes === undefined ? kilobytes(speed.furtherBytes) : bytes(speed.furtherBytes, furtherBytes),
    ];
  });
  const head = ['件 letters', '全对 fully right', 'p95 ms', '首次结果前 KB first', '其后每次 KB further'];
  return markdownTable(head, rows);
}
