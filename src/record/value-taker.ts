import type { StatedValue } from './stated-values.ts';

/**
 * Lines with other text after which values of a form no longer count. Each such line is a break already, and
 * in a hostile letter trying all values on every one of them would take too long.
 */
const maxFailures = 8;

/**
 * Returns a function that takes from a line the values that it begins with, each value once, and says what is
 * left. Values of a form count only where nothing is left. No value ends within a number or a word: the 7 that is left of
 * 2022-00117 when 2022-0011 is taken is not the number of a proposal.
 *
 * The function takes a line without white space, and where in it white space was, or something else that separates.
 */
export function createValueTaker(
  values: readonly StatedValue[],
): (line: string, seams?: ReadonlySet<number>) => { taken: StatedValue[]; rest: string } {
  const onPage = createPool(values.filter(({ place }) => place === 'header' || place === 'anywhere'));
  const ofForm = createPool(values.filter(({ place }) => place === 'form'));
  const lengths = [...new Set(values.map(({ text }) => text.length))].sort((a, b) => b - a);
  const longest = (pools: readonly ValuePool[], { text, seams }: Line, from: number) => {
    for (const length of lengths) {
      const end = from + length;
      if (end > text.length || (isWithinRun(text, end) && !seams.has(end))) continue;
      for (const pool of pools) {
        const value = pool.get(text.slice(from, end))?.at(-1);
        if (value) return { pool, value };
      }
    }
    return undefined;
  };
  const takeFrom = (pools: readonly ValuePool[], line: Line) => {
    const taken: StatedValue[] = [];
    let from = 0;
    while (from < line.text.length) {
      const found = longest(pools, line, from);
      if (!found) break;
      taken.push(found.value);
      found.pool.get(found.value.text)?.pop();
      from += found.value.text.length;
    }
    return { taken, rest: line.text.slice(from) };
  };
  let failures = 0;
  return (text, seams = new Set()) => {
    const line = { text, seams };
    if (failures === maxFailures) return takeFrom([onPage], line);
    const whole = takeFrom([onPage, ofForm], line);
    if (whole.rest === '' || !whole.taken.some(({ place }) => place === 'form')) return whole;
    failures += 1;
    for (const value of whole.taken.toReversed())
      (value.place === 'form' ? ofForm : onPage).get(value.text)?.push(value);
    return takeFrom([onPage], line);
  };
}

interface Line {
  text: string;
  seams: ReadonlySet<number>;
}

/** Whether a place is between two letters or digits of ASCII. */
function isWithinRun(text: string, at: number): boolean {
  return /^[\dA-Za-z]{2}$/.test(text.slice(at - 1, at + 1));
}

/** Values by their text; of equals the last is taken first. */
type ValuePool = Map<string, StatedValue[]>;

/** Of equal values those that are nowhere but in the header are taken first, else the first of the frontmatter. */
function createPool(values: readonly StatedValue[]): ValuePool {
  return Map.groupBy(
    values.toReversed().sort((a, b) => Number(a.place === 'header') - Number(b.place === 'header')),
    ({ text }) => text,
  );
}
