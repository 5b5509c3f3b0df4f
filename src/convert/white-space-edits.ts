import { enclosingRange } from '../normalise/text-range.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import type { Line } from '../recognise/lines.ts';
import type { Dropped, Edit } from '../record/record.ts';

/** Edits of white space outside of kept and dropped ranges: line ends, indentation, a byte order mark. */
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
 * Edits that split a line of several paragraphs: a line end between each two, unless both are part of one kept
 * range (a title) or of one dropped range.
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
    // A range that reaches from the one to the other contains both.
    if (next?.number !== line.lastNumber || whole({ at: next.at - 1, end: line.end + 1 })) return [];
    const before = decoded.slice(line.end, next.at);
    // A carriage return becomes a line end by another edit.
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
