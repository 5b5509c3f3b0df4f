import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { CorpusOptions } from '../../corpus/corpus.ts';

/** `dafu corpus`: invented letters for benchmarks, tests and demonstrations. */
export function registerCorpus(program: Command): void {
  program
    .command('corpus')
    .summary('生成虚构的答复 · write invented letters')
    .description(
      '生成一个全部虚构的内容文件夹，供演示、测试和性能测量；结果每次相同。\nWrites a content folder of invented letters for demonstrations, tests and benchmarks; always the same.',
    )
    .argument('<count>', '篇数 · how many letters')
    .argument('<dir>', '内容文件夹 · content folder')
    .option('--demo', '读得通的文章，供演示 · letters that make sense, to look at', false)
    .option('--force', '写入非空的文件夹 · write into a folder that is not empty', false)
    .action(async (count: string, dir: string, options: CorpusOptions) => {
      if (!/^[1-9]\d{0,6}$/.test(count))
        program.error(`error: command-argument value '${count}' is invalid. 篇数应为 1 到 9999999 的整数`, {
          exitCode: 2,
        });
      // Loaded when needed: it reads a dictionary of five megabytes.
      const { writeCorpus } = await import('../../corpus/corpus.ts');
      await writeCorpus(Number(count), resolve(dir), options);
      process.stdout.write(`已生成 ${count} 篇虚构答复：${dir}\n`);
    });
}
