import { relative, resolve } from 'node:path';
import type { Command } from 'commander';

/** `dafu desk`: the page that converts received files in a browser. */
export function registerDesk(program: Command): void {
  program
    .command('desk')
    .summary('生成收文台 · write the desk')
    .description(
      '生成收文台：一个不联网的网页，在浏览器里转换收到的文件，核对后保存为压缩包，由 dafu accept 收入档案。双击 desk.html 打开，也可以放在内网。\nWrites the desk: a page without a network that converts received files in a browser. Letters checked there are saved as zips for dafu accept. Open desk.html from a disk or put the folder on an intranet.',
    )
    .argument('<dir>', '写到这个文件夹 · folder to write')
    .action(async (dir: string) => {
      // Loaded when needed: the bundler would make every other command slow to start.
      const { writeDesk } = await import('../../desk/written-desk.ts');
      const out = resolve(dir);
      await writeDesk(out);
      process.stdout.write(`收文台已写到 ${relative('', out) || '.'}，双击其中的 desk.html 打开。\n`);
    });
}
