import { enclosingRange } from '../normalise/text-range.ts';
import { splitRunOnLine } from './split-run-on-line.ts';
import { joinsNext, wrappingOf, type RawLine } from './soft-wrap.ts';
import type { HeadingMark } from './marks.ts';
import { foldText, type TextRange, type FoldedText } from '../normalise/folded-text.ts';

/**
 * A paragraph of the decoded text, without surrounding white space: a line of the file, several that were
 * wrapped, or a part of a line that holds a whole letter.
 */
export interface Line extends TextRange {
  /** Numbers of its first and last line in the file, from 0, counting blank lines. */
  number: number;
  lastNumber: number;
  /** Its text for grammars, without spaces. */
  tight: FoldedText;
  /** Its text for grammars, with single spaces. */
  spaced: FoldedText;
}

/**
 * The paragraphs of the decoded text, without blank ones.
 *
 * @param hidden Ranges that are not part of the letter; lines inside them are left out.
 * @param apart Ranges whose lines are never joined, such as tables.
 * @param headings Headings that the format marks; a lower heading is one line even when a line break splits it.
 */
export function linesOf(
  decoded: string,
  hidden: readonly TextRange[] = [],
  apart: readonly TextRange[] = [],
  headings: readonly HeadingMark[] = [],
): Line[] {
  const hiding = enclosingRange(hidden);
  const raw = rawLines(decoded).filter((line) => !hiding(line));
  const wrapping = wrappingOf(raw);
  const setApart = enclosingRange(apart);
  const isApart = (line: TextRange) => setApart(line) !== undefined;
  const anyHeading = enclosingRange(headings);
  const lowerHeading = enclosingRange(headings.filter(({ depth }) => depth > 1));
  const isOneHeading = ({ at, text }: RawLine, { end }: RawLine) =>
    (/^[一二三四五六七八九十]{1,3}、/u.test(text) ? anyHeading : lowerHeading)({ at, end }) !== undefined;
  const joins = (line: RawLine, next: RawLine) =>
    isOneHeading(line, next) || (joinsNext(line, next, wrapping) && !isApart(line) && !isApart(next));
  const lines: Line[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    const first = raw[index];
    if (!first) break;
    let last = first;
    for (let next = raw[index + 1]; next && joins(last, next); next = raw[index + 1]) {
      last = next;
      index += 1;
    }
    const whole = { at: first.at, end: last.end };
    for (const range of isApart(first) ? [whole] : splitRunOnLine(decoded, whole))
      lines.push({
        ...range,
        number: first.number,
        lastNumber: last.number,
        tight: foldText(decoded, range),
        spaced: foldText(decoded, range, 'single'),
      });
  }
  return lines;
}

/** The lines of the file that are not blank, without surrounding white space. */
function rawLines(decoded: string): RawLine[] {
  const lines: RawLine[] = [];
  let start = 0;
  decoded.split('\n').forEach((raw, number) => {
    const lead = /^[\s\p{Cf}\p{Cc}]*/u.exec(raw)?.[0] ?? '';
    const text = withoutTail(raw.slice(lead.length));
    if (text !== '') {
      const at = start + lead.length;
      lines.push({ at, end: at + text.length, number, indent: widthOf(lead), text });
    }
    start += raw.length + 1;
  });
  return lines;
}

function widthOf(space: string): number {
  return space.replace(/\u3000/gu, '  ').replace(/[\p{Cf}\p{Cc}]/gu, '').length;
}

/**
 * A line without trailing white space and without a single pipe at its end, the edge of a table that laid out
 * the page. This is a loop because a regular expression would search a long line from every offset.
 */
function withoutTail(line: string): string {
  const blank = (end: number) => /[\s\p{Cf}\p{Cc}]/u.test(line.charAt(end - 1));
  let end = line.length;
  while (end > 0 && blank(end)) end -= 1;
  if (end > 1 && line.indexOf('|') === end - 1) {
    end -= 1;
    while (end > 0 && blank(end)) end -= 1;
  }
  return line.slice(0, end);
}
