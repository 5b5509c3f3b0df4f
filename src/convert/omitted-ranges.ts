import type { TextRange } from '../normalise/folded-text.ts';
import type { DroppedRange, DropReason } from '../recognise/recognised.ts';
import type { Dropped } from '../record/record.ts';

/**
 * The dropped ranges of a record: what was dropped for a reason, and the rest of the decoded text outside of
 * everything kept, so that no character is unaccounted for. On a line of which something is used, such
 * a rest is layout or has no field; elsewhere it is boilerplate of the site.
 *
 * @param dropped Ranges with their reasons, in any order, perhaps overlapping.
 * @param kept The ranges that are published.
 */
export function omittedRanges(
  decoded: string,
  dropped: readonly DroppedRange[],
  kept: readonly TextRange[],
): Dropped[] {
  const known = subtract(
    dropped.map(({ why, ...range }) => ({ ...trim(decoded, range), why })),
    kept,
  );
  const reasonFor = reasons(decoded, [...kept, ...known]);
  const rest = gapsOf(decoded, [...kept, ...known]).map((range) => ({ ...range, why: reasonFor(range) }));
  return joined(
    decoded,
    [...known, ...rest].sort((a, b) => a.at - b.at),
  ).map(({ at, end, why }) => ({ at, length: end - at, why }));
}

/** The parts of each line outside of `taken` that are not blank. */
function gapsOf(decoded: string, taken: readonly TextRange[]): TextRange[] {
  const gaps: TextRange[] = [];
  let from = 0;
  for (const { at, end } of [...taken]
    .sort((a, b) => a.at - b.at)
    .concat({ at: decoded.length, end: decoded.length })) {
    if (at > from)
      for (const { 0: line, index } of decoded.slice(from, at).matchAll(/[^\n]+/gu)) {
        const range = trim(decoded, { at: from + index, end: from + index + line.length });
        if (range.end > range.at) gaps.push(range);
      }
    from = Math.max(from, end);
  }
  return gaps;
}

/** Gives the reason for omitting a range: by whether something else on its line is used. */
function reasons(decoded: string, taken: readonly TextRange[]): (range: TextRange) => DropReason {
  const ends = [...decoded.matchAll(/\n/gu)].map(({ index }) => index);
  const lineOf = (at: number) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? Infinity) < at) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const shared = new Set(taken.flatMap(({ at, end }) => [lineOf(at), lineOf(end)]));
  return (range) => {
    if (!shared.has(lineOf(range.at))) return 'site-chrome';
    return /[\p{L}\p{N}\p{Radical}]/u.test(decoded.slice(range.at, range.end)) ? 'no-field' : 'layout';
  };
}

/** The parts of `ranges` outside of `kept`, sorted and disjoint. */
function subtract(ranges: readonly DroppedRange[], kept: readonly TextRange[]): DroppedRange[] {
  const result: DroppedRange[] = [];
  const edges = [...kept].sort((a, b) => a.at - b.at);
  let done = 0;
  let next = 0;
  for (const range of [...ranges].sort((a, b) => a.at - b.at || a.end - b.end)) {
    let from = Math.max(range.at, done);
    while ((edges[next]?.end ?? Infinity) <= from) next += 1;
    for (let index = next; from < range.end; index += 1) {
      const edge = edges[index];
      const stop = Math.min(range.end, Math.max(from, edge?.at ?? range.end));
      if (stop > from) result.push({ ...range, at: from, end: stop });
      from = edge ? Math.max(stop, edge.end) : range.end;
    }
    done = Math.max(done, range.end);
  }
  return result;
}

/** Joins neighbours of boilerplate across white space. */
function joined(decoded: string, ranges: readonly DroppedRange[]): DroppedRange[] {
  const result: DroppedRange[] = [];
  for (const range of ranges) {
    const last = result.at(-1);
    if (
      last?.why === range.why &&
      range.why === 'site-chrome' &&
      decoded.slice(last.end, range.at).trim() === ''
    )
      last.end = range.end;
    else result.push({ ...range });
  }
  return result;
}

function trim(decoded: string, { at, end }: TextRange): TextRange {
  const text = decoded.slice(at, end);
  const lead = /^[\s\uFEFF]*/u.exec(text)?.[0].length ?? 0;
  return { at: at + lead, end: Math.max(at + lead, at + text.trimEnd().length) };
}
