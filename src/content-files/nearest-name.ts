import leven from 'leven';

/** The name that differs by the fewest letters from one that there is not, if by few. */
export function findNearest(known: Iterable<string>, name: string): string | undefined {
  let best: string | undefined;
  let least = Math.max(2, Math.floor(name.length / 4)) + 1;
  for (const other of known) {
    if (Math.abs(other.length - name.length) >= least) continue;
    const distance = leven(other, name);
    if (distance < least) [best, least] = [other, distance];
  }
  return best;
}
