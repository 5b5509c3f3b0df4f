import type { Command } from 'commander';
import { contentOption } from '../content-option.ts';

/** `dafu dev`: a preview that follows the content. */
export function registerDev(program: Command): void {
  program
    .command('dev')
    .summary('边改边看 · preview that follows what is edited')
    .description(
      '在本机预览网站：保存答复后网页立即更新，列表和检索随后更新；写错的地方在网页和终端里指出。最后一行是网址；按 Ctrl+C 结束。\nPreviews the site on this machine: a saved letter shows at once, lists and searches follow.',
    )
    .addOption(contentOption())
    .option('--port <number>', '端口，被占用时用下一个 · port; the next free one when taken', '4321')
    .action(async (options: { content: string; port: string }) => {
      const port = Number(options.port);
      if (!Number.isInteger(port) || port < 0 || port > 65535)
        program.error(`error: option '--port' is invalid. 端口应为 0 到 65535 的整数`, { exitCode: 2 });
      const { runDev } = await import('../run-dev.ts');
      await runDev({ content: options.content, port });
    });
}
