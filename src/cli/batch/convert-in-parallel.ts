import { onInterruption } from '../interruption.ts';
import { CancelledError } from '../new-letter/ask.ts';
import type { ReceivedLetters, ReceivedPaths } from '../received-letters.ts';
import { parallelLetters } from './parallel-letters.ts';

/**
 * Converts the letters of a command in several processes. Ctrl-C ends it with exit code 130, once the letter that is being
 * saved is; another one ends the program as usual.
 */
export async function convertInParallel(
  received: readonly ReceivedPaths[],
  processes: { jobs: number; cache: string },
  work: (letters: ReceivedLetters) => Promise<void>,
): Promise<void> {
  const interruption = new AbortController();
  const stopListening = onInterruption(() => {
    interruption.abort();
  });
  const letters = parallelLetters(received, processes, interruption.signal);
  try {
    await work(letters);
  } catch (error) {
    if (!interruption.signal.aborted && !(error instanceof CancelledError)) throw error;
    process.stderr.write('已停止。已经转换的都已写入；再运行同一条命令，会接着转换其余的文件。\n');
    process.exitCode = 130;
  } finally {
    letters.close();
    stopListening();
  }
}
