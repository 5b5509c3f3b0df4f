import { resolve } from 'node:path';
import type { Command } from 'commander';
import { parseShare } from '../../archive/recovery/recovery-layout.ts';
import { contentOption } from '../content-option.ts';
import type { ArchiveCommandOptions } from '../run-archive.ts';

/** `dafu archive`: the offline copy as a zip. */
export function registerArchive(program: Command): void {
  program
    .command('archive')
    .summary('打包离线副本 · pack the offline copy')
    .description(
      '把构建好的网站打包成一个 zip（BagIt 包），连同 SHA256SUMS 写进输出文件夹；没有给出网站文件夹时先构建 dist。\nPacks a built site into a zip that is a BagIt bag, with SHA256SUMS beside it; builds dist first when no folder is given.',
    )
    .argument('[site]', '已构建的网站文件夹 · folder of a built site')
    .addOption(contentOption())
    .option('--out <dir>', '输出文件夹 · output folder', 'archives')
    .option('--since <zip>', '另写一个增量包，把这个旧包更新为新包 · also write a delta from this older zip')
    .option(
      '--recovery <share>',
      '另写修复数据，例如 5%，可用 par2 修复这么多损坏 · also write recovery data for par2, such as 5%',
    )
    .option('--sign <key>', '用 minisign 的私钥文件签名 · sign with a secret key of minisign')
    .option('--quiet', '只显示警告和错误 · print nothing but warnings and errors')
    .action(async (site: string | undefined, options: Omit<ArchiveCommandOptions, 'edition'>) => {
      if (options.recovery !== undefined && parseShare(options.recovery) === undefined)
        program.error("error: option '--recovery' is invalid. 应为 1% 至 100%，例如 5%", { exitCode: 2 });
      if (site === undefined) {
        // Loaded when needed: Astro would make every other command slow to start.
        const { runBuild } = await import('../run-build.ts');
        await runBuild({ content: options.content, out: 'dist', base: '/', quiet: options.quiet ?? false });
        if (process.exitCode === 1) return;
      }
      const { runArchive } = await import('../run-archive.ts');
      await runArchive({ ...options, edition: resolve(site ?? 'dist') });
    });
}
