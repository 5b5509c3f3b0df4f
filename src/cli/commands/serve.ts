import { dirname, join, resolve } from 'node:path';
import type { Command } from 'commander';

/** `dafu serve`: the finished site on this machine. */
export function registerServe(program: Command): void {
  program
    .command('serve')
    .summary('在本机浏览已构建的网站 · serve the finished site')
    .description(
      '在本机提供已构建的网站，最后一行是网址；按 Ctrl+C 结束。\nServes the finished site on this machine; the last line is its address.',
    )
    .argument('[dir]', '网站文件夹 · the site’s folder', 'dist')
    .option(
      '--archives <dir>',
      'dafu archive 的输出文件夹，作为 archives/ 提供；默认是网站文件夹旁边的 archives · output of dafu archive, served as archives/; by default beside the site’s folder',
    )
    .option('--port <number>', '端口，被占用时用下一个 · port; the next free one when taken', '4321')
    .option('--host <host>', '监听的地址 · address to listen on', 'localhost')
    .action(async (dir: string, options: { archives?: string; port: string; host: string }) => {
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65535)
        program.error(`error: option '--port' is invalid. 端口应为 0 到 65535 的整数`, { exitCode: 2 });
      const { serveEdition } = await import('../../serve/server.ts');
      const { restoreFolder } = await import('../../storage/replaced-folder.ts');
      await restoreFolder(resolve(dir));
      const { address } = await serveEdition(resolve(dir), {
        ...{ port, host: options.host },
        archives: resolve(options.archives ?? join(dirname(resolve(dir)), 'archives')),
      });
      process.stdout.write(`按 Ctrl+C 结束 · press Ctrl+C to stop\n${address}\n`);
    });
}
