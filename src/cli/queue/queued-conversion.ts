import { connectQueue } from '../../queue/connection.ts';
import { parseQueueAddress } from '../../queue/queue-address.ts';
import { openReadingQueue, type ReadingQueue } from '../../queue/reading-queue.ts';
import { onInterruption } from '../interruption.ts';
import { queuedLetters } from './queued-letters.ts';
import type { ReceivedLetters, ReceivedPaths } from '../received-letters.ts';

/** How long nothing is said about a queue without workers: they may be about to start. */
const patience = 5000;

/**
 * Converts the letters of a command with the help of workers. Ctrl-C ends the waiting, with exit code 130; another one
 * ends the program as usual.
 *
 * @param address Of the queue.
 * @throws QueueFault when the queue cannot be reached, or is lost.
 */
export async function withQueuedLetters(
  address: string,
  received: readonly ReceivedPaths[],
  work: (letters: ReceivedLetters) => Promise<void>,
): Promise<void> {
  const connection = await connectQueue(parseQueueAddress(address));
  const queue = openReadingQueue(connection);
  const interruption = new AbortController();
  const stopListening = onInterruption(() => {
    interruption.abort();
  });
  const hint = setTimeout(() => void reportMissingWorkers(queue, connection.shown), patience);
  try {
    const letters = await queuedLetters(received, queue, interruption.signal);
    await Promise.race([work(letters), connection.lost]);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    process.stderr.write('已停止等待。已经转换的都已写入；再运行同一条命令，会取回其余的结果。\n');
    process.exitCode = 130;
  } finally {
    clearTimeout(hint);
    stopListening();
    await queue.close().catch(() => undefined);
    await connection.close();
  }
}

async function reportMissingWorkers(queue: ReadingQueue, shown: string): Promise<void> {
  // Some servers do not say.
  const count = await queue.workers().catch(() => undefined);
  if (count === 0)
    process.stderr.write(
      `还没有工作机连上 ${shown}，文件都在队列里等候。请在一台或多台机器上运行 dafu worker ${shown}。\n`,
    );
}
