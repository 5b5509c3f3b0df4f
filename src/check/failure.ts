import { errorAt, fileStart, type Finding } from '../content-files/finding.ts';

/**
 * The finding for a file on which a rule or the rendering failed: a fault of the program that no bound or
 * rule foresaw. With `DAFU_DEBUG` it contains the error's stack.
 *
 * @param path The path that findings name.
 */
export function failureFinding(path: string, error: unknown): Finding {
  const detail = process.env.DAFU_DEBUG === undefined ? '' : `（${(error as Error).stack ?? String(error)}）`;
  const text = `程序处理不了这个文件。请检查正文里不寻常的标记；找不到时，把文件发给维护者（设 DAFU_DEBUG=1 再运行，可以看到细节）。${detail}`;
  return errorAt(path, fileStart, 'failure', text);
}
