import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ReceivedInput } from './reading-job.ts';
import type { ReadingAnswer } from './reading-process.ts';

/** A scan of a hundred pages takes ten minutes. */
const longestReading = 3_600_000;

/** Reads received files in another process, one at a time. */
export interface ReadingChild {
  /** @throws Error when the process ended, or took longer than an hour. */
  read: (input: ReceivedInput) => Promise<ReadingAnswer>;
  end: () => void;
  /** Ends it at once. */
  kill: () => void;
}

/** The process is started for the first file, and anew after it has ended. */
export function createReadingChild(): ReadingChild {
  let child: ChildProcess | undefined;
  const start = () => {
    const started = fork(fileURLToPath(new URL('./reading-process.ts', import.meta.url)), {
      serialization: 'advanced',
    });
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    return started;
  };
  return {
    read(input) {
      const reader = (child ??= start());
      return new Promise<ReadingAnswer>((resolve, reject) => {
        const timer = setTimeout(() => reader.kill('SIGKILL'), longestReading);
        const settle = () => {
          clearTimeout(timer);
          reader.off('message', answered);
          reader.off('exit', ended);
          reader.off('error', failed);
        };
        const answered = (answer: unknown) => {
          settle();
          resolve(answer as ReadingAnswer);
        };
        const ended = (code: number | null, signal: NodeJS.Signals | null) => {
          settle();
          reject(new Error(`the reader ended (${signal ?? code ?? ''})`));
        };
        const failed = (error: Error) => {
          settle();
          child = undefined;
          reject(error);
        };
        reader.once('message', answered).once('exit', ended).once('error', failed);
        reader.send(input, (error) => {
          if (error) failed(error);
        });
      });
    },
    end() {
      child?.disconnect();
    },
    kill() {
      child?.kill('SIGKILL');
    },
  };
}
