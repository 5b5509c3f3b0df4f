import { resolve } from 'node:path';
import type { Command } from 'commander';
import { toPrintable } from '../../check/printable-text.ts';

/** `dafu init`: a new archive in a folder of its own. */
export function registerInit(program: Command): void {
  program
    .command('init')
    .summary('建立一份新档案 · start a new archive')
    .description(
      '在新的文件夹里建立一份档案：内容、一件虚构的示例、package.json、自动检查和发布的设置。文件夹须不存在或是空的。\nMakes a new archive in a folder of its own: content with an invented letter, package.json, settings for CI. The folder must be new or empty.',
    )
    .argument('<dir>', '档案的文件夹 · folder of the archive')
    .option(
      '--program <tgz>',
      '随档案保存的程序安装包，内网没有 npm 上的程序时用 · the program’s package, to be kept in the archive where npm does not have it',
    )
    .action(async (dir: string, options: { program?: string }) => {
      const { makeArchive } = await import('../../init/new-archive.ts');
      const folder = await makeArchive(dir, {
        version: program.version() ?? '',
        program: options.program === undefined ? undefined : resolve(options.program),
      });
      process.stdout.write(
        toPrintable(`已建立档案：${folder}`) +
          `\n接下来 · next:\n  cd ${toPrintable(dir)}\n  npm start\n说明见其中的 README.md。\n`,
      );
    });
}
