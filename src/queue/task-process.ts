import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A scan of a hundred pages takes ten minutes. */
const longestTask = 3_600_000;

/** Another process, which does one task at a time. */
export interface TaskProcess<Task, Answer> {
  /** @throws Error when the process ended, or took longer than an hour. */
  run: (task: Task) => Promise<Answer>;
  end: () => void;
  /** Ends it at once. */
  kill: () => void;
}

/**
 * The process is started for the first task, and anew after it has ended.
 *
 * @param module Its program, which calls {@link serveTasks}.
 * @param execArgv Options of Node.
 */
export function createTaskProcess<Task extends object, Answer>(
  module: URL,
  execArgv: readonly string[] = [],
): TaskProcess<Task, Answer> {
  let child: ChildProcess | undefined;
  const start = () => {
    const started = fork(fileURLToPath(module), {
      serialization: 'advanced',
      execArgv: [...process.execArgv, ...execArgv],
      // What V8 prints when memory is exhausted is for nobody; the terminal is not the child's to read.
      stdio: ['ignore', 'ignore', process.env.DAFU_DEBUG === undefined ? 'ignore' : 'inherit', 'ipc'],
    });
    started.once('exit', () => {
      if (child === started) child = undefined;
    });
    return started;
  };
  return {
    run(task) {
      const worker = (child ??= start());
      return new Promise<Answer>((resolve, reject) => {
        const timer = setTimeout(() => worker.kill('SIGKILL'), longestTask);
        const settle = () => {
          clearTimeout(timer);
          worker.off('message', answered);
          worker.off('exit', ended);
          worker.off('error', failed);
        };
        const answered = (answer: unknown) => {
          settle();
          resolve(answer as Answer);
        };
        const ended = (code: number | null, signal: NodeJS.Signals | null) => {
          settle();
          reject(new Error(`the process ended (${signal ?? code ?? ''})`));
        };
        const failed = (error: Error) => {
          settle();
          child = undefined;
          reject(error);
        };
        worker.once('message', answered).once('exit', ended).once('error', failed);
        worker.send(task, (error) => {
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

/** Does tasks, in the process that {@link createTaskProcess} starts. @param work Never rejects. */
export function serveTasks(work: (task: never) => Promise<unknown>): void {
  // Ctrl-C reaches every process of the terminal; the one that started this says when to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => undefined);
  process.once('disconnect', () => process.exit());
  process.on('message', (task) => {
    void work(task as never).then((answer) => process.send?.(answer));
  });
}
