import { compareText } from './text-order.ts';

/** A proposal's number (编号) in its parts: DH0271 is DH and 271. */
interface ProposalNumber {
  prefix: string;
  value: number;
}

/** A longer range in `site.yml` is a slip of the pen. */
const longestRange = 100_000;

const pattern = /^(\D*)(\d{1,9})$/;

/** The parts of a number; undefined for one that does not end in figures. */
function readNumber(written: string): ProposalNumber | undefined {
  const match = pattern.exec(written.trim());
  return match ? { prefix: match[1] ?? '', value: Number(match[2]) } : undefined;
}

/** Two numbers with the same key are the same: 094 and 94, DH0271 and DH271. */
export function proposalNumberKey(written: string): string {
  const number = readNumber(written);
  return number ? `${number.prefix}${number.value}` : written.trim();
}

/**
 * Reads a number or a range of numbers as `site.yml` lists them: `15`, `094`, `DH0271`, `1-40`, `DH1-DH40`.
 *
 * @returns The keys of all numbers meant; undefined when it is neither, or runs backwards.
 */
export function readNumberRange(written: string): string[] | undefined {
  const ends = written.split(/[-–—]/).map(readNumber);
  const [from, to = from] = ends;
  if (!from || !to || ends.length > 2 || (to.prefix !== from.prefix && to.prefix !== '')) return undefined;
  const length = to.value - from.value + 1;
  if (length < 1 || length > longestRange) return undefined;
  return Array.from({ length }, (_, step) => `${from.prefix}${from.value + step}`);
}

/**
 * Writes numbers shortly, in their order: 1–12、15、DH3.
 *
 * @param keys From {@link proposalNumberKey}.
 */
export function compactNumbers(keys: Iterable<string>): string {
  const runs: { prefix: string; first: number; last: number }[] = [];
  const others: string[] = [];
  for (const key of [...new Set(keys)].sort(byNumber)) {
    const number = readNumber(key);
    const run = runs.at(-1);
    if (!number) others.push(key);
    else if (run?.prefix === number.prefix && run.last + 1 === number.value) run.last = number.value;
    else runs.push({ prefix: number.prefix, first: number.value, last: number.value });
  }
  const written = runs.map(({ prefix, first, last }) => {
    if (first === last) return `${prefix}${first}`;
    return `${prefix}${first}${last === first + 1 ? '、' : '–'}${prefix}${last}`;
  });
  return [...written, ...others].join('、');
}

/** Orders numbers by the letters before their figures, then by value; a locale would make builds differ. */
export function byNumber(a: string, b: string): number {
  const [left, right] = [readNumber(a), readNumber(b)];
  if (!left || !right) return left ? -1 : right ? 1 : compareText(a, b);
  return compareText(left.prefix, right.prefix) || left.value - right.value;
}

/** Numbers of one hundred, with what they are called: 101–200. */
interface NumberGroup<N> {
  name: string;
  numbers: N[];
}

/**
 * Groups numbers by hundreds, so that one is found among hundreds; numbers without figures are a group of their own.
 *
 * @param numbers Sorted by {@link byNumber}; keys from {@link proposalNumberKey}.
 */
export function groupByHundreds<N extends { number: string }>(numbers: readonly N[]): NumberGroup<N>[] {
  const groups = Map.groupBy(numbers, ({ number: key }) => {
    const number = readNumber(key);
    if (!number) return '其他';
    const from = Math.floor(Math.max(0, number.value - 1) / 100) * 100 + 1;
    return `${number.prefix}${from}–${number.prefix}${from + 99}`;
  });
  return [...groups].map(([name, members]) => ({ name, numbers: members }));
}
