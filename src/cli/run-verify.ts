import { toPrintable } from '../check/printable-text.ts';
import { isIntact, verifyCopy, type Verification } from '../offline/verification/verify-copy.ts';
import { showProgress } from './progress.ts';

/** The options of `dafu verify`. */
export interface VerifyCommandOptions {
  /** Absolute path. */
  path: string;
  quiet?: boolean;
}

/** Checks a copy and prints what differs; nothing that is not a copy passes for one. */
export async function runVerify({ path, quiet = false }: VerifyCommandOptions): Promise<void> {
  const progress = showProgress({ quiet });
  let found: Verification;
  try {
    found = await verifyCopy({ path, showName: toPrintable, onProgress: progress.show });
  } finally {
    progress.end();
  }
  if (!isIntact(found)) {
    process.stdout.write(listProblems(found).join(''));
    process.exitCode = 1;
    return;
  }
  if (!quiet) process.stdout.write(summarise(found).join(''));
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

function summarise({ listed, kind, sha256, isListed, info }: Verification): string[] {
  return [
    `核对完毕：${listed} 个文件全部一致，没有缺少，也没有多出${kind === 'bag' ? '（BagIt 包，SHA-256 与 SM3）' : '（SHA-256）'}。\n`,
    ...(sha256 === undefined
      ? []
      : [`zip 的 SHA-256：${sha256}${isListed === true ? '（与旁边的 SHA256SUMS 相同）' : ''}\n`]),
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
