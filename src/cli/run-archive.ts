import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isCancel, password } from '@clack/prompts';
import { digest } from '../build/digest.ts';
import { digestProgram } from '../program/program-digest.ts';
import { cacheFolder } from '../program/program-folder.ts';
import { openSigningKey, type SigningKey } from '../offline/signing/signing.ts';
import { parseShare } from '../archive/recovery/recovery-layout.ts';
import { writeArchive } from '../offline/writing/write-archive.ts';
import { describeStorageFault, isStorageFault } from '../storage/storage-fault.ts';
import { showProgress } from './progress.ts';

/** The options of `dafu archive`. */
export interface ArchiveCommandOptions {
  /** Absolute path of a built edition. */
  edition: string;
  content: string;
  out: string;
  /** Path of an older zip. */
  since?: string;
  /** How much can be repaired, such as `5%`. */
  recovery?: string;
  /** Path of a secret key. */
  sign?: string;
  quiet?: boolean;
}

/** Packs an edition and prints what was written. */
export async function runArchive(options: ArchiveCommandOptions): Promise<void> {
  const { edition, quiet = false } = options;
  const out = resolve(options.out);
  const key = options.sign === undefined ? undefined : await readSigningKey(options.sign);
  const since = options.since === undefined ? undefined : resolve(options.since);
  const recovery = options.recovery === undefined ? undefined : parseShare(options.recovery);
  const progress = showProgress({ quiet });
  try {
    const note = {
      file: join(cacheFolder, 'archives', digest(out)),
      program: await digestProgram(),
    };
    const written = await writeArchive({
      edition,
      out,
      key,
      since,
      recovery,
      note,
      onProgress: progress.show,
    });
    progress.end();
    if (quiet) return;
    process.stdout.write(
      `${written.isKept ? '与上次的网站相同，沿用原来的 zip：' : '已打包 '}${written.files} 个文件（${(written.size / 1e6).toFixed(1)} MB）：${written.zip}\nSHA-256：${written.sha256}\n`,
    );
    for (const path of written.recovery) process.stdout.write(`修复数据：${path}\n`);
    if (written.delta)
      process.stdout.write(`增量包（${(written.delta.size / 1e6).toFixed(2)} MB）：${written.delta.path}\n`);
    else if (since !== undefined) process.stdout.write('与旧包相同，没有写增量包。\n');
  } catch (error) {
    progress.end();
    if (!isStorageFault(error)) throw error;
    throw new Error(`${describeStorageFault(error, out)}没有打包；原有的文件未改动。`, { cause: error });
  }
}

/** Reads a secret key; its password is asked for, or comes from the environment where there is no terminal. */
async function readSigningKey(path: string): Promise<SigningKey> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`读不到私钥文件 ${path}。`);
  return openSigningKey(text, async () => {
    const given = process.env.DAFU_KEY_PASSWORD;
    if (given !== undefined) return given;
    if (!process.stdin.isTTY)
      throw new Error('私钥有密码。请在终端里运行，或用环境变量 DAFU_KEY_PASSWORD 给出。');
    const typed = await password({ message: '私钥的密码', output: process.stderr });
    if (isCancel(typed)) throw new Error('没有给出密码，没有签名。');
    return typed;
  });
}
