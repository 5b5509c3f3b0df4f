import { SaveRefusal } from '../record/save-refusal.ts';
import { statementRule, statementsIn } from '../record/statements.ts';
import type { Acceptance, Edit } from '../record/record.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { settableFields, type SettableField } from '../reply/settable-fields.ts';
import type { Conversion } from './convert.ts';
import { fieldOf, readStatedValue, withField, writeStatedValue } from './stated-value.ts';

/** What an editor states of a letter, as it was typed. */
export type EditorValues = Partial<Record<SettableField, string>>;

/**
 * Adds values that an editor states. Each is logged as an insertion before the text, with editor and day, so
 * that the fidelity check counts it and a reader sees that it is not in the original. What the file says already needs
 * no statement.
 *
 * @param acceptance Who states a field, and when.
 * @throws ValueRefusal for a field that was recognised as something else, or a value that its field does not allow.
 */
export function withEditorValues(
  conversion: Conversion,
  values: EditorValues,
  acceptance: (field: SettableField) => Acceptance,
): Conversion {
  const { record } = conversion;
  const stated = settableFields.flatMap((field) => {
    const typed = values[field];
    if (typed === undefined) return [];
    const value = requireValue(field, typed);
    return isNew(record.frontmatter, field, value) ? [{ field, value, text: writeStatedValue(value) }] : [];
  });
  const edits = stated.map(({ field, text }): Edit => ({
    rule: statementRule(field),
    tier: 3,
    at: 0,
    before: '',
    after: `${text}\n`,
    accepted: acceptance(field),
  }));
  const frontmatter = stated.reduce(
    (whole, { field, value }) => withField(whole, field, value),
    record.frontmatter,
  );
  const evidence = stated.map(({ field, text }) => ({
    field,
    value: text.replaceAll('\n', '、'),
    from: '编辑填写',
    line: 1,
    sure: true,
  }));
  return {
    ...conversion,
    record: { ...record, frontmatter, edits: [...edits, ...record.edits] },
    evidence: [...conversion.evidence, ...evidence],
  };
}

/** Of values that several letters share, those that a letter does not state itself. */
export function lackingValues(frontmatter: Partial<Frontmatter>, shared: EditorValues): EditorValues {
  return Object.fromEntries(
    settableFields
      .filter((field) => shared[field] !== undefined && fieldOf(frontmatter, field) === undefined)
      .map((field) => [field, shared[field]]),
  );
}

/** What an editor stated according to an earlier record, and when. */
export interface EarlierValues {
  values: EditorValues;
  accepted: ReadonlyMap<SettableField, Acceptance>;
}

/** The values that an editor stated according to an earlier record. */
export function editorValuesIn(edits: readonly Edit[]): EarlierValues {
  const stated = statementsIn(edits);
  return {
    values: Object.fromEntries(stated.map(({ field, text }) => [field, text])),
    accepted: new Map(
      stated.flatMap(({ field, edit: { accepted } }) => (accepted ? [[field, accepted] as const] : [])),
    ),
  };
}

/** Thrown for a value that cannot be stated. */
export class ValueRefusal extends SaveRefusal {
  readonly field: SettableField;
  constructor(reason: 'set-value' | 'set-recognised', field: SettableField, message: string) {
    super(reason, message);
    this.field = field;
  }
}

function requireValue(field: SettableField, typed: string): unknown {
  const reading = readStatedValue(field, typed);
  if ('value' in reading) return reading.value;
  throw new ValueRefusal('set-value', field, `${field} 的值“${typed}”不合要求。${reading.fault}`);
}

/** @throws ValueRefusal when the file says something else. */
function isNew(frontmatter: Partial<Frontmatter>, field: SettableField, value: unknown): boolean {
  const there = fieldOf(frontmatter, field);
  if (there === undefined) return true;
  if (JSON.stringify(there) === JSON.stringify(value)) return false;
  const said = writeStatedValue(there).replaceAll('\n', '、');
  throw new ValueRefusal(
    'set-recognised',
    field,
    `${field} 已从原件识别为“${said}”，不能改写。请去掉填写的这一项再转换；原件有误、需要更正的，转换后在答复的文件里写入 corrections。`,
  );
}
