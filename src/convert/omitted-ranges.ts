import { enclosingRange } from '../normalise/text-range.ts';
import type { Line } from '../recognise/lines.ts';
import type { Dropped, Edit } from '../record/record.ts';
import type { Ledger, Why } from '../recognise/ledger.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/**
 * The dropped ranges of a record: what was dropped with a reason and, of the rest, all that stands in
 * no kept piece. In a line that gave something, such a rest is layout or has no field; elsewhere it is the site's.
 * Nothing of the decoded text is left unaccounted for.
 */
export function omittedRanges(ledger: Ledger, kept: readonly TextRange[]): Dropped[] {
  const { decoded } = ledger;
  const known = subtract(
    ledger.dropped.map(({ range, why }) => ({ ...trim(decoded, range), why })),
    kept,
  );
  const why = restsOf(decoded, [...kept, ...known]);
  const rest = gapsOf(decoded, [...kept, ...known]).map((range) => ({ ...range, why: why(range) }));
  return joined(
    decoded,
    [...known, ...rest].sort((a, b) => a.at - b.at),
  ).map(({ at, end, why }) => ({ at, length: end - at, why }));
}

/** Edits for white space outside of pieces and dropped ranges: line ends, indentation, a byte order mark. */
export function spaceEdits(decoded: string, kept: readonly TextRange[], dropped: readonly Dropped[]): Edit[] {
  const taken = [...kept, ...dropped.map(({ at, length }) => ({ at, end: at + length }))].sort(
    (a, b) => a.at - b.at,
  );
  const edits: Edit[] = [];
  let from = 0;
  for (const { at, end } of [...taken, { at: decoded.length, end: decoded.length }]) {
    if (at > from) edits.push(...editsIn(decoded, from, at));
    from = Math.max(from, end);
  }
  return edits;
}

/**
 * Edits that part a line which held several paragraphs: a line end between each two, unless both are of one
 * piece (a title) or of one dropped range.
 */
export function lineBreakEdits(
  decoded: string,
  lines: readonly Pick<Line, 'at' | 'end' | 'number' | 'lastNumber'>[],
  kept: readonly TextRange[],
  dropped: readonly Dropped[],
): Edit[] {
  const whole = enclosingRange([...kept, ...dropped.map(({ at, length }) => ({ at, end: at + length }))]);
  return lines.flatMap((line, index) => {
    const next = lines[index + 1];
    // What reaches over the place from the one to the other holds both.
    if (next?.number !== line.lastNumber || whole({ at: next.at - 1, end: line.end + 1 })) return [];
    const before = decoded.slice(line.end, next.at);
    // A carriage return becomes a line end by itself.
    if (before.includes('\r')) return [];
    return [{ rule: 'fused-line', tier: 1, at: line.end, before, after: '\n' }];
  });
}

function editsIn(decoded: string, from: number, to: number): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: before, index } of decoded.slice(from, to).matchAll(/\r+|\uFEFF|[^\n\r\uFEFF]+/gu)) {
    const at = from + index;
    const edge = decoded[at - 1] ?? '\n';
    const next = decoded[at + before.length] ?? '\n';
    if (before === '\uFEFF' && at === 0)
      edits.push({ rule: 'byte-order-mark', tier: 1, at, before, after: '' });
    else if (before.startsWith('\r'))
      edits.push({ rule: 'line-end', tier: 1, at, before, after: next === '\n' ? '' : '\n' });
    else if (/[\n\r\uFEFF]/u.test(edge) || /[\n\r]/u.test(next))
      edits.push({ rule: 'indentation', tier: 1, at, before, after: '' });
  }
  return edits;
}

/** The runs of the decoded text outside of `taken` that hold more than white space, line by line. */
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

/** Tells for a range whether something kept or known stands on its line: then it is a rest of that line. */
function restsOf(decoded: string, taken: readonly TextRange[]): (range: TextRange) => Why {
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

/** The parts of `ranges` outside of `kept`, in order, each character once. */
function subtract(
  ranges: readonly (TextRange & { why: Why })[],
  kept: readonly TextRange[],
): (TextRange & { why: Why })[] {
  const result: (TextRange & { why: Why })[] = [];
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

/** Joins neighbours with the same reason over white space. */
function joined(
  decoded: string,
  ranges: readonly (TextRange & { why: Why })[],
): (TextRange & { why: Why })[] {
  const result: (TextRange & { why: Why })[] = [];
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
