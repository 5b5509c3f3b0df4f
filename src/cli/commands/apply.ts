import { resolve } from 'node:path';
import type { Command } from 'commander';

/** `dafu apply`: an older copy brought up to date. */
export function registerApply(program: Command): void {
  program
    .command('apply')
    .summary('用增量包更新副本 · bring an older copy up to date')
    .description(
      '用增量包把旧副本更新为新版：旧 zip 旁边写出新 zip，文件夹就地替换。结果与整个下载的逐字节相同，否则不改动。\nMakes the newer zip beside an older one, or replaces a folder; the result equals a full download, or nothing changes.',
    )
    .argument('<delta>', '增量包 · delta')
    .argument('<copy>', '旧副本：zip 或文件夹 · older copy: zip or folder')
    .option('--quiet', '只显示错误 · print nothing but errors')
    .action(async (delta: string, copy: string, options: { quiet?: boolean }) => {
      const { runApply } = await import('../run-apply.ts');
      await runApply({ ...options, delta: resolve(delta), copy: resolve(copy) });
    });
}
