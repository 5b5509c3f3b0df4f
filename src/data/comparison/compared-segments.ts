import type { RecordedText } from '../../record/record.ts';
import type { AppliedText, OriginalSpan } from './applied-text.ts';
import { drawInvisible } from '../original/fidelity.ts';
import { describeOmission } from '../original/omission-reasons.ts';
import type { PlacedPassage } from './placed-passages.ts';

/** A stretch of displayed text. */
export interface Segment {
  text: string;
  /** The edit it belongs to, numbered from 1 in the order of the original. An empty text marks a deletion. */
  edit?: number;
  /** Set on the first mark of an edit that is marked on the other side too. */
  linked?: true;
  /** Why it is not in the letter, in Chinese. */
  dropped?: string;
}

/** A passage of the published letter with its edits marked. */
export interface ComparedPassage {
  anchor?: string;
  label?: string;
  segments: Segment[];
}

/**
 * Splits the original between two offsets into segments, with drops and edits marked.
 *
 * @returns Empty when there is only white space.
 */
export function markOriginal(
  record: RecordedText,
  spans: readonly OriginalSpan[],
  from: number,
  to: number,
): Segment[] {
  const segments = spans.flatMap((span): Segment[] => {
    const [start, end] = [Math.max(span.at, from), Math.min(span.end, to)];
    const here = span.at === span.end ? span.at >= from && span.at < to : start < end;
    if (!here) return [];
    const text = record.decoded.slice(start, end);
    // An edit that extends over the end of a line is shown where it begins.
    if (span.edit !== undefined)
      return span.at < from
        ? []
        : [{ text: drawInvisible(record.decoded.slice(span.at, span.end)), edit: span.edit + 1 }];
    return span.dropped === undefined ? [{ text }] : [{ text, dropped: describeOmission(span.dropped) }];
  });
  return trimSegments(segments);
}

/** Splits a placed passage, with its white space, into segments wherever an edit wrote or deleted text. */
export function markPassage(
  { passage, start, end }: PlacedPassage,
  { edits, deletions }: AppliedText,
): ComparedPassage {
  const segments: Segment[] = [];
  let at = start;
  for (const character of passage.text.split('')) {
    const space = /\s/.test(character);
    if (!space && at > start)
      for (const edit of deletions.get(at) ?? []) segments.push({ text: '', edit: edit + 1 });
    const edit = space || at >= end ? undefined : edits[at];
    const last = segments.at(-1);
    const number = edit === undefined ? undefined : edit + 1;
    if (last && last.edit === number && (last.text !== '' || number === undefined)) last.text += character;
    else segments.push({ text: character, ...(number !== undefined && { edit: number }) });
    if (!space) at += 1;
  }
  const { anchor, label } = passage;
  return { ...(anchor !== undefined && { anchor }), ...(label !== undefined && { label }), segments };
}

/** Trims white space at both ends; empty when there is nothing else. */
function trimSegments(segments: Segment[]): Segment[] {
  const shown = segments.map((segment) => segment.edit !== undefined || /\S/.test(segment.text));
  const cut = segments.slice(Math.max(0, shown.indexOf(true)), shown.lastIndexOf(true) + 1);
  return cut.map((segment, index) => {
    if (segment.edit !== undefined) return segment;
    const text = index === 0 ? segment.text.trimStart() : segment.text;
    return { ...segment, text: index === cut.length - 1 ? text.trimEnd() : text };
  });
}
