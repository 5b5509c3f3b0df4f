import { resolve } from 'node:path';
import type { Command } from 'commander';
import type { VerifyCommandOptions } from '../run-verify.ts';

/** `dafu verify`: a copy against its manifests. */
export function registerVerify(program: Command): void {
  program
    .command('verify')
    .summary('核对副本 · verify a copy')
    .description(
      '核对一个副本（网站文件夹、BagIt 包的文件夹或 zip、增量包）的每个文件，列出改动、缺少和多出的；有不一致时退出码为 1。\nChecks every file of a copy (site folder, bag, zip or delta) and names those changed, missing or extra; exits 1 if any.',
    )
    .argument('<path>', '副本：文件夹或 zip · copy: folder or zip')
    .option(
      '--key <key>',
      '核对签名：minisign 的公钥或公钥文件 · check the signature: public key of minisign, or its file',
    )
    .option('--signature <file>', '签名文件，不在副本旁边时 · the signature, where it is not beside the copy')
    .option(
      '--report <dir>',
      '按 DA/T 70—2018 写四性检测报告 · write a report on the four properties of records',
    )
    .option('--quiet', '只显示不一致 · print nothing but differences')
    .action(async (path: string, options: Omit<VerifyCommandOptions, 'path'>) => {
      const { runVerify } = await import('../run-verify.ts');
      await runVerify({ ...options, path: resolve(path) });
    });
}
