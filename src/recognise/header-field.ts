import type { Use } from '../normalise/rule.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';
import type { Candidate, ValueField } from './field-value.ts';
import type { HeaderFieldName } from './labels.ts';
import { drop, recognised, combine, type Account, type Recognised } from './recognised.ts';

/** A label of the header block and the value after it. */
export interface HeaderField {
  name: HeaderFieldName;
  label: TextRange;
  /** Absent where the label has no value. */
  value?: TextRange;
  /** For a misread label: the label that it was taken for. */
  misread?: string;
  /** Index of the label's line. */
  line: number;
}

/** The fields of the header that have one of the given names. */
export function fieldsNamed(
  { fields }: { fields: readonly HeaderField[] },
  ...names: readonly HeaderFieldName[]
): HeaderField[] {
  return fields.filter(({ name }) => names.includes(name));
}

/** How the values of a field are read. */
export interface ValueGrammar {
  field: ValueField;
  use: Use;
  /** Whether the grammar sees single spaces; by default it sees none. */
  spaces?: 'single';
  /** Finds the value in a folded text. */
  read: (text: string) => { index: number; length: number; canonical: string } | undefined;
}

/** The candidates that header fields give. What of a value the grammar does not take is dropped. */
export function candidatesFrom(
  decoded: string,
  fields: readonly HeaderField[],
  grammar: ValueGrammar,
): Recognised<Candidate[]> {
  const found = combine(fields.map((field) => candidateFrom(decoded, field, grammar)));
  return { ...found, value: found.value.filter((one) => one !== undefined) };
}

function candidateFrom(
  decoded: string,
  { value, misread }: HeaderField,
  { field, use, spaces, read }: ValueGrammar,
): Recognised<Candidate | undefined> {
  if (!value) return recognised(undefined);
  const folded = foldText(decoded, value, spaces ?? 'none');
  const found = read(folded.text);
  if (!found) return recognised(undefined, [drop('no-field', value)]);
  const range = decodedRange(folded, found);
  const { canonical } = found;
  return recognised({ field, range, use, canonical, from: '信息表', sure: misread === undefined }, [
    dropAround(decoded, value, range),
  ]);
}

/** Drops what a value has around the part that is taken, such as the time after a date. */
function dropAround(decoded: string, whole: TextRange, taken: TextRange): Account {
  const around = [
    { at: whole.at, end: taken.at },
    { at: taken.end, end: whole.end },
  ];
  return drop('no-field', ...around.filter(({ at, end }) => decoded.slice(at, end).trim() !== ''));
}
