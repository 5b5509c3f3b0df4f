import { toPrintable } from '../../check/printable-text.ts';
import { connectQueue } from '../../queue/connection.ts';
import { describeFailure } from '../../queue/job-failure.ts';
import { parseQueueAddress } from '../../queue/queue-address.ts';
import { startWorker, type WorkerTiming } from '../../queue/worker.ts';
import { onInterruption } from '../interruption.ts';

/** How often the count of files is printed, in milliseconds: a line for each would hide what matters. */
const reportInterval = 10_000;

/**
 * Works for a queue until SIGINT or SIGTERM, and finishes what it is reading; a second signal ends it at once, and
 * another worker takes over.
 *
 * @param concurrency How many files to read at once.
 * @throws QueueFault when the queue cannot be reached, or is lost.
 */
export async function runWorker(address: string, concurrency: number, timing?: WorkerTiming): Promise<void> {
  const connection = await connectQueue(parseQueueAddress(address));
  let done = 0;
  let reported = 0;
  const report = () => {
    if (done > reported) say(`已读 ${done} 件。`);
    reported = done;
  };
  const worker = await startWorker(
    connection,
    concurrency,
    (event) => {
      if (event.type === 'done') done += 1;
      else say(`有一件没有读成：${toPrintable(describeFailure(event.reason))}`);
    },
    timing,
  );
  const interval = setInterval(report, reportInterval);
  const signalled = Promise.withResolvers<undefined>();
  const stopListening = onInterruption(() => {
    signalled.resolve(undefined);
  });
  say(`已连上 ${connection.shown}，等待文件。按 Ctrl+C，读完手头的文件后结束。`);
  try {
    await Promise.race([signalled.promise, connection.lost]);
    say('读完手头的文件后结束；再按一次 Ctrl+C 立即结束。');
    await Promise.race([worker.end(), connection.lost]);
    report();
  } catch (error) {
    await worker.abandon();
    throw error;
  } finally {
    clearInterval(interval);
    stopListening();
    await connection.close();
  }
}

function say(text: string): void {
  process.stdout.write(`${new Date().toTimeString().slice(0, 8)} ${text}\n`);
}
