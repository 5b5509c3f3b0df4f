import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';
import type { Conversion } from './convert.ts';
import { SaveRefusal } from '../record/save-refusal.ts';
import type { Acceptance, Edit } from '../record/record.ts';
import { isSettable, settableFields, type SettableField } from '../recognise/settable-fields.ts';

export type EditorValues = Partial<Record<SettableField, string>>;

/**
 * Adds values that an editor states. Each is logged as an insertion before the text, with editor and day, so
 * that the fidelity check counts it and a reader sees that it is not in the original.
 *
 * @throws SaveRefusal for a field that was recognised, or a value that its field does not allow.
 */
export function withEditorValues(
  conversion: Conversion,
  values: EditorValues,
  accepted: Acceptance,
): Conversion {
  const { record } = conversion;
  const stated = settableFields.flatMap((field) => {
    const value = values[field];
    return value === undefined ? [] : [{ field, value: value.trim() }];
  });
  for (const { field, value } of stated) refuse(record.frontmatter, field, value);
  const edits = stated.map(({ field, value }): Edit => ({
    rule: `set-${field}`,
    tier: 3,
    at: 0,
    before: '',
    after: `${value}\n`,
    accepted,
  }));
  const frontmatter = {
    ...record.frontmatter,
    ...Object.fromEntries(stated.map(({ field, value }) => [field, value])),
  };
  const evidence = stated.map(({ field, value }) => ({
    field,
    value,
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

/** The values that an editor stated according to an earlier record. */
export function editorValuesIn(edits: readonly Edit[]): { values: EditorValues; accepted: Edit['accepted'] } {
  const stated = edits.flatMap(({ rule, after, accepted }) => {
    const field = rule.replace(/^set-/, '');
    return rule !== field && isSettable(field) ? [{ field, value: after.trim(), accepted }] : [];
  });
  return {
    values: Object.fromEntries(stated.map(({ field, value }) => [field, value])),
    accepted: stated[0]?.accepted,
  };
}

function refuse(frontmatter: Partial<Frontmatter>, field: SettableField, value: string): void {
  const there = frontmatter[field];
  if (there !== undefined)
    throw new SaveRefusal(
      'set-recognised',
      `${field} 已从原件识别为“${there}”，不能用 --set 改写。需要更正的，请在转换后的文件里写入 corrections。`,
    );
  const result = frontmatterSchema.shape[field].safeParse(value);
  if (!result.success)
    throw new SaveRefusal(
      'set-value',
      `--set ${field} 的值“${value}”不合要求：${result.error.issues[0]?.message ?? ''}。`,
    );
}
