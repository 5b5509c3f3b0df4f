import type { Conversion } from '../convert/convert.ts';
import { fieldNames } from '../reply/field-names.ts';
import { fieldOf } from '../convert/stated-value.ts';
import type { ComparedEdit } from '../data/comparison/compared-edit.ts';
import { compareLetter, type ComparedRow } from '../data/comparison/comparison.ts';
import { kindOfEdit } from '../data/original/edit-kind.ts';
import type { Suggestion } from '../normalise/normalisation.ts';
import { ruleLabels } from '../normalise/rules.ts';
import { settableFields, type SettableField } from '../reply/settable-fields.ts';
import { statementsIn } from '../record/statements.ts';
import type { Edit, Message } from '../record/record.ts';
import { positionsIn } from '../reply/position.ts';

/** A suggestion of a rule, taken or not. */
export interface ShownSuggestion {
  rule: string;
  /** Offset in the decoded text. */
  at: number;
  line: number;
  label: string;
  before: string;
  after: string;
  taken: boolean;
}

/** What the desk shows of a converted letter: plain data, which a worker can send. */
export interface DeskView {
  fields: { name: string; value: string; from: string; line: number; sure: boolean }[];
  /** What the received file does not state and an editor may. */
  lacking: { field: SettableField; name: string }[];
  suggestions: ShownSuggestion[];
  messages: Pick<Message, 'level' | 'line' | 'column' | 'text'>[];
  rows: ComparedRow[];
  edits: ComparedEdit[];
  attachments: { name: string; bytes: number }[];
}

/** Describes a conversion for the desk. */
export function describeConversion({ record, evidence, suggestions }: Conversion): DeskView {
  const { decoded, frontmatter, body, edits, messages, attachments = [] } = record;
  const positionOf = positionsIn(decoded);
  const show = ({ rule, at, before, after }: Suggestion | Edit, taken: boolean): ShownSuggestion => ({
    ...{ rule, at, before, after, taken },
    line: positionOf(at).line,
    label: ruleLabels.get(rule) ?? rule,
  });
  const statements = statementsIn(edits);
  const ofEditor = new Set(statements.map(({ edit }) => edit));
  const confirmed = edits.filter((edit) => edit.accepted && !ofEditor.has(edit));
  const stated = new Set(statements.map(({ field }) => field));
  return {
    fields: evidence.map(({ field, ...shown }) => ({ name: fieldNames[field] ?? field, ...shown })),
    lacking: settableFields
      .filter((field) => fieldOf(frontmatter, field) === undefined || stated.has(field))
      .map((field) => ({ field, name: fieldNames[field] ?? field })),
    suggestions: [
      ...suggestions.map((one) => show(one, false)),
      ...confirmed.map((one) => show(one, true)),
    ].sort((a, b) => a.at - b.at),
    // Suggestions have a list of their own.
    messages: messages
      .filter(({ level }) => level !== 'suggestion')
      .map(({ level, line, column, text }) => ({ level, line, column, text: adviseAtDesk(text) })),
    rows: compareLetter(record, { frontmatter, body }),
    edits: edits.map((edit) => ({ label: ruleLabels.get(edit.rule) ?? edit.rule, kind: kindOfEdit(edit) })),
    attachments: attachments.map(({ name, bytes }) => ({ name, bytes })),
  };
}

/** Puts the desk's controls in the place of the command line's options in a message. */
export function adviseAtDesk(text: string): string {
  return text
    .replace(/，例如 --with [^。]*/gu, '')
    .replace(/请核对原件后补上：--set .*$/u, '请在“原件没有写明的内容”里补上。')
    .replace(/用 --with 补上/gu, '在“随信附件”里补上')
    .replace(/用 --set(?: \S+=值)? (补上|填写)(?:（见[^）]*）)?/gu, '在“原件没有写明的内容”里$1')
    .replace(/用 --accept \S+ /gu, '在“可以采纳的改动”里')
    .replace(/^([\w.]+) (?=的值|已从原件)/u, (_, field: string) => fieldNames[field] ?? field);
}
