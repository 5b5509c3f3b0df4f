import { outcomeClass } from '../reply/outcome.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';
import { enclosingRange } from '../normalise/text-range.ts';
import type { Candidate, ValueField } from './field-value.ts';
import { readHeaderBlock } from './header-block.ts';
import type { HeaderField } from './header-field.ts';
import type { Line } from './lines.ts';
import { combineAccounts, drop, recognised, report, type Account, type Recognised } from './recognised.ts';
import { readUnlabelledLine } from './unlabelled-line.ts';

/** The lines above a letter, before any field is settled. */
export interface Header {
  fields: readonly HeaderField[];
  /** Values on lines without a label. */
  candidates: readonly Candidate[];
  /** The text before the first label of a line. */
  unlabelled: readonly TextRange[];
  /** Indices of the lines that belong to the header. */
  taken: ReadonlySet<number>;
}

/** Reads the lines above a letter, except for its title. */
export function readHeader(decoded: string, lines: readonly Line[]): Recognised<Header> {
  const block = readHeaderBlock(decoded, lines);
  const split = block.fields.map((field) => splitOutcome(decoded, field));
  const fields = split.map(({ field }) => field);
  const rests = [...block.unlabelled, ...split.flatMap(({ rest }) => rest ?? [])];
  const enclosingLine = enclosingRange(lines.map(({ at, end }, index) => ({ at, end, index })));
  const labelled = new Set(
    fields.flatMap(({ line, value }) => [line, (value && enclosingLine(value)?.index) ?? line]),
  );
  const readRests = rests.map((range) =>
    readUnlabelledLine(decoded, { ...range, tight: foldText(decoded, range) }),
  );
  const readLines = lines.flatMap((line, index) =>
    labelled.has(index) ? [] : [{ index, read: readUnlabelledLine(decoded, line) }],
  );
  const read = [...readRests, ...readLines.map((one) => one.read)];
  const takenLines = readLines.filter((one) => one.read.value.taken).map(({ index }) => index);
  const header = {
    fields,
    candidates: read.flatMap(({ value }) => value.candidates),
    unlabelled: block.unlabelled,
    taken: new Set([...labelled, ...takenLines]),
  };
  return recognised(header, [...fields.map((field) => accountFor(decoded, field)), ...read]);
}

/** The values that lines without a label give a field. */
export function candidatesOf({ candidates }: Pick<Header, 'candidates'>, field: ValueField): Candidate[] {
  return candidates.filter((one) => one.field === field);
}

const leadingClass = new RegExp(`^[〔[(【]?${outcomeClass}类?[〕\\])】]?(?= )`, 'u');

/** `类别:A 云教函〔2021〕15号`: the text after the class letter is read like a line of its own. */
function splitOutcome(decoded: string, field: HeaderField): { field: HeaderField; rest?: TextRange } {
  if (!field.value || (field.name !== 'class' && field.name !== 'outcome')) return { field };
  const folded = foldText(decoded, field.value, 'single');
  const letter = leadingClass.exec(folded.text)?.[0];
  if (letter === undefined) return { field };
  return {
    field: { ...field, value: decodedRange(folded, { index: 0, length: letter.length }) },
    rest: { at: decodedRange(folded, { index: letter.length + 1, length: 1 }).at, end: field.value.end },
  };
}

/** Drops a label and a value that has no field, and reports a label that was misread. */
function accountFor(decoded: string, { name, label, value, misread }: HeaderField): Account {
  const unused = value && (name === 'none' || name === 'originalTitle') ? [value] : [];
  const steps = [drop('label', label), drop('no-field', ...unused)];
  if (misread === undefined) return combineAccounts(steps);
  const written = decoded.slice(label.at, label.end);
  const text = `标签“${written}”按“${misread}”理解，其值符合该项格式。`;
  return combineAccounts([...steps, report('misread-label', label.at, text)]);
}
