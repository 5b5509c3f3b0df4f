const day = 86_400_000;

/** Packs days, newest first, as the steps back from each to the next, from 1970-01-01: small numbers. */
export function packDates(dates: readonly string[]): number[] {
  let last = 0;
  return dates.map((date) => {
    const here = date === '' ? undated : Date.parse(date) / day;
    const step = last - here;
    last = here;
    return step;
  });
}

/** Reads what `packDates` writes: `yyyy-mm-dd`, empty where a letter is undated. */
export function unpackDates(steps: readonly number[]): string[] {
  let last = 0;
  return steps.map((step) => {
    last -= step;
    return last === undated ? '' : new Date(last * day).toISOString().slice(0, 10);
  });
}

/** A day that no letter has. */
const undated = -1_000_000;
