import type { Command } from 'commander';
import { contentOption } from '../content-option.ts';
import type { AcceptCommandOptions } from '../accept-packages.ts';

/** `dafu accept`: letters that were converted at the desk. */
export function registerAccept(program: Command): void {
  program
    .command('accept')
    .summary('收入收文台保存的答复 · take in letters from the desk')
    .description(
      '把收文台保存的压缩包收入内容文件夹：按其中的原件和编辑的决定重新转换，结果相同才写入。\nTakes packages saved at the desk into the content folder: converts the received file anew as the editor decided, and writes it if the result is the same.',
    )
    .argument('<zip...>', '收文台保存的压缩包 · packages saved at the desk')
    .addOption(contentOption())
    .option('--force', '覆盖已有的答复 · overwrite letters that are there')
    .action(async (files: string[], options: AcceptCommandOptions) => {
      // Loaded when needed: the readers of all formats would make every other command slow to start.
      const { acceptPackages } = await import('../accept-packages.ts');
      await acceptPackages(files, options);
    });
}
