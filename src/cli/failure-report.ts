import { toPrintable, toPrintableJson } from '../check/printable-text.ts';
import { ReadError } from '../readers/reading.ts';
import type { FailureCode } from '../record/message-codes.ts';
import { SaveRefusal } from '../record/save-refusal.ts';
import { UnwritableError } from '../record/writing.ts';
import { WorkerError } from './queue/worker-error.ts';

/**
 * Reports the failure of one file; the others go on, even where the failure is a bug of the converter.
 *
 * @param json Report it on standard output, too, as a line of JSON.
 */
export function reportFailure(file: string, error: unknown, json = false): void {
  const known =
    error instanceof ReadError ||
    error instanceof SaveRefusal ||
    error instanceof UnwritableError ||
    error instanceof WorkerError;
  const code = known ? error.code : ('internal-error' satisfies FailureCode);
  const said = error instanceof Error ? error.message : String(error);
  const text = known ? said : `转换程序出错（${said}），没有写入任何文件。请把原件和这条信息报告给维护者。`;
  process.exitCode = 1;
  if (json) process.stdout.write(`${toPrintableJson({ file, error: text })}\n`);
  process.stderr.write(`${toPrintable(file)}:1:1  错误  ${code}  ${toPrintable(text)}\n`);
  if (!known && process.env.DAFU_DEBUG !== undefined && error instanceof Error)
    process.stderr.write(`${error.stack ?? ''}\n`);
}
