import { toPrintable } from '../../check/printable-text.ts';
import type { EditorValues } from '../../convert/editor-values.ts';
import { writeStatedValue } from '../../convert/stated-value.ts';
import type { MissingField } from '../../record/missing-fields.ts';
import { ask } from '../new-letter/ask.ts';

/**
 * Asks in the terminal for what a file lacks; what is typed is judged at once.
 *
 * @throws CancelledError when the editor breaks off.
 */
export async function askMissing(file: string, missing: readonly MissingField[]): Promise<EditorValues> {
  const values: EditorValues = {};
  process.stderr.write(`${toPrintable(file)} 缺少必需的内容，请对照原件填写（按 Ctrl+C 停止）：\n`);
  for (const { field, name, searched } of missing) {
    process.stderr.write(`  ${name}：${toPrintable(searched)}。\n`);
    values[field] = writeStatedValue(await ask({ field, required: true }));
  }
  return values;
}
