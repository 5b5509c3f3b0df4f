import type { RecordedText } from '../../record/record.ts';
import { describeOmission } from './omission-reasons.ts';
import { blotPrivateText } from './private-text.ts';

/** One edit with a few characters around it. Invisible characters are drawn. */
export interface ShownEdit {
  /** Line of the original, from 1. */
  line: number;
  left: string;
  before: string;
  after: string;
  right: string;
}

/** Text of the original that the page leaves out. */
export interface ShownOmission {
  line: number;
  text: string;
  reason: string;
}

/** Everything in which a published letter differs from its original. */
export interface Fidelity {
  edits: number;
  /** Edits by rule, the most frequent rule first. */
  rules: { rule: string; edits: ShownEdit[] }[];
  omissions: ShownOmission[];
}

/** Characters of the original shown on each side of an edit. */
const around = 6;

/** Prepares the record of a conversion for reading. */
export function describeFidelity(record: RecordedText): Fidelity {
  const { edits, dropped } = record;
  const decoded = blotPrivateText(record);
  const lineAt = lineCounter(decoded);
  const byRule = Map.groupBy(edits, ({ rule }) => rule);
  const rules = [...byRule].map(([rule, members]) => ({
    rule,
    edits: members.map(({ at, before, after }) => ({
      line: lineAt(at),
      left: clause(decoded.slice(Math.max(0, at - around), at)).at(-1) ?? '',
      before: drawInvisible(before),
      after: drawInvisible(after),
      right: clause(decoded.slice(at + before.length, at + before.length + around))[0] ?? '',
    })),
  }));
  return {
    edits: edits.length,
    rules: rules.sort((a, b) => b.edits.length - a.edits.length || (a.rule < b.rule ? -1 : 1)),
    omissions: dropped
      .map(({ at, length, why }) => ({
        line: lineAt(at),
        text: decoded.slice(at, at + length).trim(),
        reason: describeOmission(why),
      }))
      .filter(({ text }) => text !== ''),
  };
}

/** Splits at line ends: what surrounds an edit is shown within its own line. */
function clause(text: string): string[] {
  return text.split(/\r?\n|\r/);
}

/** Gives the line (from 1) of an offset in a text. */
function lineCounter(text: string): (offset: number) => number {
  const ends = [...text.matchAll(/\r\n|\n|\r/g)].map(({ index }) => index);
  return (offset) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

const drawn: Record<string, string> = {
  ' ': '␣',
  '\u3000': '□',
  '\u00a0': '␣',
  '\t': '⇥',
  '\n': '↵',
  '\r': '',
};

/** Draws white space, which would not be seen: ␣ a space, □ a full-width one, ⇥ a tab, ↵ a line end. */
export function drawInvisible(text: string): string {
  return text.replace(/[ \u3000\u00a0\t\n\r]/g, (character) => drawn[character] ?? character);
}
