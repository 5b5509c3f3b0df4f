import { InvalidArgumentError, Option, type Command } from 'commander';
import { contentOption } from '../content-option.ts';
import type { WatchCommandOptions } from '../run-watch.ts';

/** `dafu watch`: whether the pages from which originals were taken are still as they were. */
export function registerWatch(program: Command): void {
  program
    .command('watch')
    .summary('看来源网页变了没有 · see whether sources changed or vanished')
    .description(
      '按 source.url 逐个访问答复的来源网页，与保存的原件比较，指出内容有变动的（附逐字差别）、已消失的、换了网址的。只在运行时访问，遵守 robots.txt，同一台服务器隔一会儿才问一次；档案里什么都不改。有变动或没有问到的，退出码为 1。\nAsks for the page of every letter with source.url and compares it with the kept original: what changed, with a diff, what vanished, what moved. Respects robots.txt, paces its requests, changes nothing. Exits 1 if anything changed or could not be asked.',
    )
    .argument('[path...]', '只看这些答复 · only these letters')
    .addOption(contentOption())
    .option(
      '--delay <seconds>',
      '同一台服务器两次访问的间隔，秒 · seconds between requests to a host',
      between(0, 3600),
      2,
    )
    .option('--timeout <seconds>', '一个网页最多等几秒 · seconds to wait for a page', between(1, 3600), 60)
    .addOption(
      new Option('--format <format>', '报告的格式 · format of the report')
        .choices(['text', 'json'])
        .default('text'),
    )
    .option('--all', '没有变化的也列出 · list those that did not change, too')
    .option(
      '--save <dir>',
      '把变动以后的网页或文件存到这个文件夹，供 dafu convert 转换 · keep what changed in a folder, for dafu convert',
    )
    .option(
      '--allow-private',
      '也访问本机和内部网络的地址 · ask addresses of this machine and of private networks, too',
    )
    .action(async (paths: string[], options: WatchCommandOptions) => {
      const { runWatch } = await import('../run-watch.ts');
      await runWatch(paths, options);
    });
}

function between(least: number, most: number): (text: string) => number {
  return (text) => {
    const seconds = Number(text);
    if (!/^\d+(?:\.\d+)?$/u.test(text) || seconds < least || seconds > most)
      throw new InvalidArgumentError(`应为 ${least} 至 ${most} 的秒数`);
    return seconds;
  };
}
