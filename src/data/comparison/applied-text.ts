import type { RecordedText } from '../../record/record.ts';

/** A span of the original's text: kept as it is, taken out, or edited. Together the spans are all of it. */
export interface OriginalSpan {
  at: number;
  end: number;
  /** Its number among the record's edits, from 0. */
  edit?: number;
  /** Why it was taken out. */
  dropped?: string;
}

/** What is left of an original when what was dropped is cut and the edits are applied, without white space. */
export interface AppliedText {
  text: string;
  /** For each character of `text`, where it comes from: an offset in the original. */
  offsets: number[];
  /** For each character, the edit that wrote it; undefined where it was kept. */
  edits: (number | undefined)[];
  /** Edits that left no character, by the place in `text` at which they stand. */
  deletions: Map<number, number[]>;
}

/** The original's spans, in order. An edit in text that was dropped as a whole is none of its own. */
export function splitOriginal({ decoded, edits, dropped }: RecordedText): OriginalSpan[] {
  const changed: OriginalSpan[] = [
    ...edits.map(({ at, before }, edit) => ({ at, end: at + before.length, edit })),
    ...dropped.map(({ at, length, why }) => ({ at, end: at + length, dropped: why })),
  ].sort((a, b) => a.at - b.at || a.end - b.end);
  const spans: OriginalSpan[] = [];
  let done = 0;
  for (const span of changed) {
    if (span.at < done) continue;
    if (span.at > done) spans.push({ at: done, end: span.at });
    spans.push(span);
    done = span.end;
  }
  if (done < decoded.length) spans.push({ at: done, end: decoded.length });
  return spans;
}

/** Applies the record to its original, remembering where every character comes from. */
export function applyEdits(record: RecordedText, spans: readonly OriginalSpan[]): AppliedText {
  const applied: AppliedText = { text: '', offsets: [], edits: [], deletions: new Map() };
  const parts: string[] = [];
  for (const { at, end, edit, dropped } of spans) {
    if (dropped !== undefined) continue;
    const text = edit === undefined ? record.decoded.slice(at, end) : (record.edits[edit]?.after ?? '');
    const before = applied.offsets.length;
    for (let index = 0; index < text.length; index += 1) {
      const character = text.charAt(index);
      if (/\s/.test(character)) continue;
      parts.push(character);
      applied.offsets.push(edit === undefined ? at + index : at);
      applied.edits.push(edit);
    }
    if (edit !== undefined && applied.offsets.length === before)
      applied.deletions.set(before, [...(applied.deletions.get(before) ?? []), edit]);
  }
  return { ...applied, text: parts.join('') };
}
