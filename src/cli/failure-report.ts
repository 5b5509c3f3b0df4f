import { toPrintable, toPrintableJson } from '../check/printable-text.ts';
import { ReadError } from '../readers/reading.ts';
import type { FailureCode } from '../record/message-codes.ts';
import { SaveRefusal } from '../record/save-refusal.ts';
import { UnwritableError } from '../record/writing.ts';
import type { Position } from '../reply/position.ts';
import { ProcessError } from './batch/process-error.ts';
import { WorkerError } from './queue/worker-error.ts';

/** How a failure is reported. */
interface FailureOptions {
  /** Report it on standard output, too, as a line of JSON. */
  json?: boolean;
  /** Where the cause is, when it is not in the file itself. */
  place?: Position & { path: string };
}

/** Why a file failed: a code, and in Chinese what is wrong and what to do. */
export function explainFailure(error: unknown): { code: string; text: string; isKnown: boolean } {
  const said = error instanceof Error ? error.message : String(error);
  if (
    error instanceof ReadError ||
    error instanceof SaveRefusal ||
    error instanceof UnwritableError ||
    error instanceof WorkerError ||
    error instanceof ProcessError
  )
    return { code: error.code, text: said, isKnown: true };
  const text = `转换程序出错（${said}），没有写入任何文件。请把原件和这条信息报告给维护者。`;
  return { code: 'internal-error' satisfies FailureCode, text, isKnown: false };
}

/** Reports the failure of one file; the others go on, even where the failure is a bug of the converter. */
export function reportFailure(
  file: string,
  error: unknown,
  { json = false, place }: FailureOptions = {},
): void {
  const { code, text: reason, isKnown } = explainFailure(error);
  const text = place ? `${file}：${reason}` : reason;
  process.exitCode = 1;
  if (json) process.stdout.write(`${toPrintableJson({ file, error: reason })}\n`);
  const { path, line, column } = place ?? { path: file, line: 1, column: 1 };
  process.stderr.write(`${toPrintable(path)}:${line}:${column}  错误  ${code}  ${toPrintable(text)}\n`);
  if (!isKnown && process.env.DAFU_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
}

/** Reports what is wrong with a table of values; then nothing is converted. */
export function reportTableFault(path: string, { line, column, text }: Position & { text: string }): void {
  process.exitCode = 1;
  const code = 'values-table' satisfies FailureCode;
  process.stderr.write(`${toPrintable(path)}:${line}:${column}  错误  ${code}  ${toPrintable(text)}\n`);
}
