import type { RecordedText } from '../record/record.ts';

/** A run of the original's text: kept as it is, taken out, or edited. Together the runs are all of it. */
export interface Run {
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
  points: Map<number, number[]>;
}

/** The original's runs, in order. An edit in text that was dropped as a whole is none of its own. */
export function originalRuns({ decoded, edits, dropped }: RecordedText): Run[] {
  const changed: Run[] = [
    ...edits.map(({ at, before }, edit) => ({ at, end: at + before.length, edit })),
    ...dropped.map(({ at, length, why }) => ({ at, end: at + length, dropped: why })),
  ].sort((a, b) => a.at - b.at || a.end - b.end);
  const runs: Run[] = [];
  let done = 0;
  for (const run of changed) {
    if (run.at < done) continue;
    if (run.at > done) runs.push({ at: done, end: run.at });
    runs.push(run);
    done = run.end;
  }
  if (done < decoded.length) runs.push({ at: done, end: decoded.length });
  return runs;
}

/** Applies the record to its original, remembering where every character comes from. */
export function appliedText(record: RecordedText, runs: readonly Run[]): AppliedText {
  const applied: AppliedText = { text: '', offsets: [], edits: [], points: new Map() };
  const parts: string[] = [];
  for (const { at, end, edit, dropped } of runs) {
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
      applied.points.set(before, [...(applied.points.get(before) ?? []), edit]);
  }
  return { ...applied, text: parts.join('') };
}
