import { resolve } from 'node:path';
import { toPrintable } from '../check/printable-text.ts';
import { readPublicKey } from '../offline/signing/signing.ts';
import { isIntact, verifyCopy, type Verification } from '../offline/verification/verify-copy.ts';
import { showProgress } from './progress.ts';
import { today } from '../reply/chinese-date.ts';

/** The options of `dafu verify`. */
export interface VerifyCommandOptions {
  /** Absolute path. */
  path: string;
  /** A public key of minisign, or the path of its file. */
  key?: string;
  /** Path of a signature. */
  signature?: string;
  /** Folder for a report. */
  report?: string;
  quiet?: boolean;
}

/** Checks a copy and prints what differs; nothing that is not a copy passes for one. */
export async function runVerify({ path, quiet = false, ...given }: VerifyCommandOptions): Promise<void> {
  const key = given.key === undefined ? undefined : await readPublicKey(given.key);
  const signature = given.signature === undefined ? undefined : resolve(given.signature);
  const progress = showProgress({ quiet });
  let found: Verification;
  try {
    found = await verifyCopy({ path, showName: toPrintable, key, signature, onProgress: progress.show });
  } finally {
    progress.end();
  }
  if (given.report !== undefined) await report(found, path, resolve(given.report), quiet);
  if (!isIntact(found)) {
    process.stdout.write(listProblems(found).join(''));
    process.exitCode = 1;
    return;
  }
  if (!quiet) process.stdout.write(summarise(found).join(''));
}

async function report(verification: Verification, path: string, out: string, quiet: boolean): Promise<void> {
  if (verification.kind === 'delta') throw new Error('增量包没有四性检测报告：请先用 dafu apply 更新副本。');
  const { writeReport } = await import('../offline/report/write-report.ts');
  const day = today();
  const { files, isSound } = await writeReport({ path, verification, out, day, showName: toPrintable });
  if (!isSound) process.exitCode = 1;
  if (!quiet) for (const file of files) process.stderr.write(`报告：${file}\n`);
}

/** One line for each file that differs, and the counts. */
function listProblems({ differences, unreadable, others, faults, info }: Verification): string[] {
  const kinds = [
    { word: '内容不同', lines: differences.changed },
    { word: '缺少', lines: differences.missing },
    { word: '多出', lines: differences.extra },
    { word: '与另一个文件看似同名', lines: differences.twins },
    { word: '不是文件', lines: others },
  ].map(({ word, lines }) => ({ word, lines: lines.map(toPrintable) }));
  kinds.splice(1, 0, {
    word: '读不出来',
    lines: [...unreadable].map(([path, fault]) => `${toPrintable(path)}（${fault}）`),
  });
  const counts = kinds.filter(({ lines }) => lines.length > 0);
  return [
    ...counts.flatMap(({ word, lines }) => lines.map((line) => `${word}  ${line}\n`)),
    ...faults.map((fault) => `${fault}\n`),
    ...(counts.length === 0
      ? []
      : [`不一致：${counts.map(({ word, lines }) => `${word} ${lines.length} 个`).join('，')}。\n`]),
    ...describeInfo(info),
  ];
}

function summarise({ listed, kind, sha256, sums, info }: Verification): string[] {
  return [
    kind === 'delta'
      ? `核对完毕：增量包的 ${listed} 个文件都没有损坏。\n`
      : `核对完毕：${listed} 个文件全部一致，没有缺少，也没有多出${kind === 'bag' ? '（BagIt 包，SHA-256 与 SM3）' : '（SHA-256）'}。\n`,
    ...(sha256 === undefined
      ? []
      : [`zip 的 SHA-256：${sha256}${sums.isListed ? '（与旁边的 SHA256SUMS 相同）' : ''}\n`]),
    ...(sums.signedBy === undefined
      ? sums.isSigned
        ? ['有签名，没有核对：请用 --key 给出公钥。\n']
        : []
      : [`签名有效，公钥编号 ${sums.signedBy}。\n`]),
    ...describeInfo(info),
  ];
}

function describeInfo(info: Verification['info']): string[] {
  if (info === undefined) return [];
  const facts = [
    info.name,
    ...(info.day === null ? [] : [info.day]),
    `${info.letters} 篇答复`,
    ...(info.commit === null ? [] : [`提交 ${info.commit}`]),
  ];
  return [`${facts.map(toPrintable).join('，')}\n`];
}
