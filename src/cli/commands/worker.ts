import { InvalidArgumentError, type Command } from 'commander';

/** `dafu worker`: reads files that `dafu convert --queue` adds to a queue, on as many machines as there are. */
export function registerWorker(program: Command): void {
  program
    .command('worker')
    .summary('替别的机器读取文件 · read files for other machines')
    .description(
      '从队列里取出 dafu convert --queue 放入的文件，读成文字后交回。可以在多台机器上同时运行；按 Ctrl+C，读完手头的文件后结束。密码放在环境变量 REDISCLI_AUTH 里。\nTakes the files that dafu convert --queue adds to a queue, reads them and returns their text. Runs on any number of machines; Ctrl+C ends it after the current file. The password is taken from REDISCLI_AUTH.',
    )
    .argument('<address>', '队列的地址，redis:// 或 rediss:// · address of the queue')
    .option('--concurrency <n>', '同时读几个文件 · how many files at once', readCount, 1)
    .action(async (address: string, { concurrency }: { concurrency: number }) => {
      // Loaded when needed: every other command starts faster without it.
      const { runWorker } = await import('../queue/run-worker.ts');
      await runWorker(address, concurrency);
    });
}

function readCount(text: string): number {
  if (!/^[1-9]\d?$/.test(text)) throw new InvalidArgumentError('应是 1 至 99 的整数。');
  return Number(text);
}
