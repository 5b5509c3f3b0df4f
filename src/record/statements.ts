import { isSettable, type SettableField } from '../reply/settable-fields.ts';
import type { Edit } from './record.ts';

/** A value that an editor stated, as the record of a conversion logs it: an insertion before the text. */
export interface Statement {
  field: SettableField;
  /** Items of a list in lines of their own. */
  text: string;
  edit: Edit;
}

/** The rule under which the record logs that an editor stated a field. */
export function statementRule(field: SettableField): string {
  return `set-${field}`;
}

/** The statements of editors among logged edits. */
export function statementsIn(edits: readonly Edit[]): Statement[] {
  return edits.flatMap((edit) => {
    const field = edit.rule.replace(/^set-/, '');
    const isStatement = field !== edit.rule && isSettable(field) && edit.at === 0 && edit.before === '';
    return isStatement ? [{ field, text: edit.after.trim(), edit }] : [];
  });
}
