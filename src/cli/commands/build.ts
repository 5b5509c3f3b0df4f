import { Option, type Command } from 'commander';
import { contentOption } from '../content-option.ts';
import type { BuildCommandOptions } from '../run-build.ts';

/** `dafu build`: the whole site with its index. */
export function registerBuild(program: Command): void {
  program
    .command('build')
    .summary('构建整个网站 · build the whole site')
    .description(
      '检查内容，构建网站、检索索引与离线副本（同一个文件夹）。\nChecks the content and builds site, search index and offline copy: one folder.',
    )
    .addOption(contentOption())
    .option('--out <dir>', '输出文件夹 · output folder', 'dist')
    .option('--base <path>', '网站所在路径，只影响 404 页 · path the site is served under', '/')
    .option(
      '--shard <i/n>',
      '只构建共 n 份中的第 i 份，供 --merge 合并；Kubernetes 的 Indexed Job 中可写 /n · build part i of n, to be joined by --merge; /n in a Kubernetes Indexed Job',
    )
    .option('--merge <dir...>', '合并分别构建的各份 · join the parts that were built apart')
    .addOption(new Option('--leave-out-broken').hideHelp())
    .option('--quiet', '只显示警告和错误 · print nothing but warnings and errors')
    .action(async (options: BuildCommandOptions) => {
      if (!/^\/(?:[\w.~-]+\/)*[\w.~-]*$/.test(options.base))
        program.error("error: option '--base' is invalid. 应以 / 开头，例如 /archive/", { exitCode: 2 });
      if (options.shard !== undefined && options.merge !== undefined)
        program.error("error: option '--merge' is invalid. 不能与 --shard 一起使用", { exitCode: 2 });
      // Loaded when needed: Astro would make every other command slow to start.
      const { runBuild } = await import('../run-build.ts');
      await runBuild(options);
    });
}
