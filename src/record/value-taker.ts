import type { StatedValue } from './stated-values.ts';

/**
 * Lines with other text after which values of a form no longer count. Each such line is a break already, and
 * in a hostile letter trying all values on every one of them would take too long.
 */
const maxFailures = 8;

/**
 * Returns a function that takes from a line the values that it begins with, each value once, and says what is
 * left. Values of a form count only where nothing is left.
 */
export function createValueTaker(
  values: readonly StatedValue[],
): (line: string) => { taken: StatedValue[]; rest: string } {
  const onPage = createPool(values.filter(({ place }) => place === 'header' || place === 'anywhere'));
  const ofForm = createPool(values.filter(({ place }) => place === 'form'));
  const lengths = [...new Set(values.map(({ text }) => text.length))].sort((a, b) => b - a);
  const longest = (pools: readonly ValuePool[], line: string) => {
    for (const length of lengths)
      for (const pool of pools) {
        const value = length <= line.length ? pool.get(line.slice(0, length))?.at(-1) : undefined;
        if (value) return { pool, value };
      }
    return undefined;
  };
  const takeFrom = (pools: readonly ValuePool[], line: string) => {
    const taken: StatedValue[] = [];
    let rest = line;
    while (rest !== '') {
      const found = longest(pools, rest);
      if (!found) break;
      taken.push(found.value);
      found.pool.get(found.value.text)?.pop();
      rest = rest.slice(found.value.text.length);
    }
    return { taken, rest };
  };
  let failures = 0;
  return (line) => {
    if (failures === maxFailures) return takeFrom([onPage], line);
    const whole = takeFrom([onPage, ofForm], line);
    if (whole.rest === '' || !whole.taken.some(({ place }) => place === 'form')) return whole;
    failures += 1;
    for (const value of whole.taken.toReversed())
      (value.place === 'form' ? ofForm : onPage).get(value.text)?.push(value);
    return takeFrom([onPage], line);
  };
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
