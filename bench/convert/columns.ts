import type { Result } from './measure.ts';
import { f1, type Hits, type Score } from './score.ts';

/** A column of the table. */
export interface Column {
  name: string;
  /** Greater is better. */
  value: (result: Result) => number;
  show: (result: Result) => string;
  /** Whether it applies to plain text. */
  plain: boolean;
}

/** The criteria by which tools are compared. */
export const columns: readonly Column[] = [
  errors('CER', 'folded'),
  errors('CER raw', 'raw'),
  harmonic('标题 heading F1', 'headings', false),
  harmonic('段落 paragraph F1', 'paragraphs', true),
  {
    name: '表格 tables',
    plain: false,
    value: (result) => sum(result, 'tables').right,
    show: (result) => `${sum(result, 'tables').right}/${sum(result, 'tables').expected}`,
  },
  {
    name: '秒/件 s',
    plain: true,
    value: ({ seconds }) => -median(seconds),
    show: ({ seconds }) => (seconds.length === 0 ? '–' : median(seconds).toPrecision(2)),
  },
];

/** Whether a tool does better than ours in a column that applies to it. */
export function isBetter({ value, plain }: Column, peer: Result, ours: Result): boolean {
  return (plain || !peer.plain) && value(peer) > value(ours) + 1e-9;
}

/** The median: the middle value, or the mean of the middle two. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [Math.floor((sorted.length - 1) / 2), Math.ceil((sorted.length - 1) / 2)];
  return ((sorted[low] ?? NaN) + (sorted[high] ?? NaN)) / 2;
}

/** Formats a share as a percentage. */
export function percent(share: number, digits: number): string {
  return `${(share * 100).toFixed(digits)} %`;
}

function errors(name: string, text: 'folded' | 'raw'): Column {
  const rate = ({ scores }: Result) => {
    const total = (of: (score: Score) => number) => scores.reduce((all, score) => all + of(score), 0);
    return (
      total((score) => score[text].distance) /
      Math.max(
        1,
        total((score) => score[text].length),
      )
    );
  };
  return { name, plain: true, value: (result) => -rate(result), show: (result) => percent(rate(result), 2) };
}

function harmonic(name: string, blocks: 'headings' | 'paragraphs', plain: boolean): Column {
  const value = (result: Result) => f1(sum(result, blocks));
  return { name, plain, value, show: (result) => value(result).toFixed(3) };
}

function sum({ scores }: Result, blocks: 'headings' | 'paragraphs' | 'tables'): Hits {
  const total = (of: keyof Hits) => scores.reduce((all, score) => all + score[blocks][of], 0);
  return { right: total('right'), expected: total('expected'), given: total('given') };
}
