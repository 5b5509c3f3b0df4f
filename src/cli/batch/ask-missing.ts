import { toPrintable } from '../../check/printable-text.ts';
import type { EditorValues } from '../../convert/editor-values.ts';
import { writeStatedValue } from '../../convert/stated-value.ts';
import type { DoubtfulValue } from '../../convert/uncertain-values.ts';
import type { MissingField } from '../../record/missing-fields.ts';
import { fieldNames } from '../../reply/field-names.ts';
import { ask, ownTerminal } from '../new-letter/ask.ts';

/**
 * Asks in the terminal for what a file lacks; what is typed is judged at once.
 *
 * @param doubtful Values that OCR was not sure of: each is offered to be confirmed, also of fields that may be absent.
 * @throws CancelledError when the editor breaks off.
 */
export async function askMissing(
  file: string,
  missing: readonly MissingField[],
  doubtful: readonly DoubtfulValue[],
  terminal = ownTerminal,
): Promise<EditorValues> {
  const values: EditorValues = {};
  const readings = new Map(doubtful.map(({ field, reading }) => [field, toPrintable(reading)]));
  terminal.output.write(`${toPrintable(file)} 缺少必需的内容，请对照原件填写（按 Ctrl+C 停止）：\n`);
  for (const { field, name, searched } of missing) {
    terminal.output.write(`  ${name}：${toPrintable(searched)}。\n`);
    values[field] = writeStatedValue(await ask({ field, required: true }, readings.get(field), terminal));
    readings.delete(field);
  }
  for (const [field, reading] of readings) {
    terminal.output.write(`  ${fieldNames[field] ?? field}：识别的把握不大，请对照原件核对。\n`);
    const answer = await ask({ field }, reading, terminal);
    if (answer !== undefined) values[field] = writeStatedValue(answer);
  }
  return values;
}
