import type { RecordedText } from '../../record/record.ts';
import { kindOfEdit } from './edit-kind.ts';
import { describeOmission } from './omission-reasons.ts';
import { redactPrivateText } from './private-text.ts';

/** An edit with a few characters of context. Invisible characters are replaced by visible ones. */
export interface ShownEdit {
  /** Line of the original, from 1. */
  line: number;
  left: string;
  before: string;
  after: string;
  right: string;
}

/** Text of the original that the letter omits. */
interface ShownOmission {
  line: number;
  text: string;
  reason: string;
}

/** All differences between a published letter and its original. */
export interface Fidelity {
  /** Number of edits that change words. */
  words: number;
  /** Number of all other edits. */
  format: number;
  /** Edits grouped by rule: those that change words first, then the most frequent rule. */
  rules: { rule: string; words: boolean; edits: ShownEdit[] }[];
  omissions: ShownOmission[];
}

/** Characters of context on each side of an edit. */
const around = 6;

/** Prepares the record of a conversion for display. */
export function describeFidelity(record: RecordedText): Fidelity {
  const { edits, dropped } = record;
  const decoded = redactPrivateText(record);
  const lineAt = makeLineCounter(decoded);
  const words = edits.filter((edit) => kindOfEdit(edit) === 'words');
  const byRule = Map.groupBy(edits, ({ rule }) => rule);
  const rules = [...byRule].map(([rule, members]) => ({
    rule,
    words: words.some((edit) => edit.rule === rule),
    edits: members.map(({ at, before, after }) => ({
      line: lineAt(at),
      left: splitLines(decoded.slice(Math.max(0, at - around), at)).at(-1) ?? '',
      before: drawInvisible(before),
      after: drawInvisible(after),
      right: splitLines(decoded.slice(at + before.length, at + before.length + around))[0] ?? '',
    })),
  }));
  return {
    words: words.length,
    format: edits.length - words.length,
    rules: rules.sort(
      (a, b) =>
        Number(b.words) - Number(a.words) || b.edits.length - a.edits.length || (a.rule < b.rule ? -1 : 1),
    ),
    omissions: dropped
      .map(({ at, length, why }) => ({
        line: lineAt(at),
        text: decoded.slice(at, at + length).trim(),
        reason: describeOmission(why),
      }))
      .filter(({ text }) => text !== ''),
  };
}

/** Splits at line ends: context is limited to the line of the edit. */
function splitLines(text: string): string[] {
  return text.split(/\r?\n|\r/);
}

/** Returns a function that gives the line (from 1) of an offset. */
function makeLineCounter(text: string): (offset: number) => number {
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

/** Makes white space visible: ␣ for a space, □ for a full-width one, ⇥ for a tab, ↵ for a line end. */
export function drawInvisible(text: string): string {
  return text.replace(/[ \u3000\u00a0\t\n\r]/g, (character) => drawn[character] ?? character);
}
