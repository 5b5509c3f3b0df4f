import type { TextRange } from '../normalise/folded-text.ts';
import type { HeaderFieldName } from './labels.ts';

/** A label of the header block and the value behind it. */
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
