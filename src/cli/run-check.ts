import { checkContent, type ReadLetters } from '../check/check.ts';
import { report, type ReportFormat } from '../check/reporters.ts';
import { displayPath } from '../content-files/display-path.ts';
import type { Finding } from '../content-files/finding.ts';
import { digestProgram } from '../program/program-digest.ts';
import { cacheFolder } from '../program/program-folder.ts';
import { exportStaged } from './staged-content.ts';

interface CheckOptions {
  format: ReportFormat;
  fix?: boolean;
  /** Paths below the content folder; all when absent. */
  only?: readonly string[];
  /** Paths of the files of the last edition. */
  former?: ReadonlySet<string>;
}

/**
 * Checks content and prints what was found.
 *
 * @param content Absolute path of the content folder.
 * @returns Whether there are no errors.
 */
export async function runCheck(
  content: string,
  { format, fix, only, former }: CheckOptions,
): Promise<boolean> {
  if (fix) {
    const { fixContent } = await import('../check/fix-content.ts');
    const fixed = await fixContent(content, only);
    if (fixed.length > 0) process.stderr.write(`已自动改正 ${fixed.length} 处：\n${report(fixed, 'list')}\n`);
  }
  const { findings } = await checkContent(content, {
    ...(only ? { only } : { readLetters: await openCheckedLetters(content) }),
    ...(former && { former }),
  });
  return print(findings, format);
}

/** Loaded when needed: a few letters are read sooner than the build's threads are loaded. */
async function openCheckedLetters(content: string): Promise<ReadLetters> {
  const { checkedLetters } = await import('../build/checked-letters.ts');
  return checkedLetters({
    content,
    cache: cacheFolder,
    program: await digestProgram(),
    onDamage: () => process.stderr.write('上次留下的缓存已损坏，已弃用，全部重新检查。\n'),
  });
}

/** The same for what is about to be committed; says nothing where that is in order. */
export async function runStagedCheck(content: string, format: ReportFormat): Promise<boolean> {
  const staged = exportStaged(content);
  try {
    if (staged.names.length === 0) return true;
    const { findings } = await checkContent(staged.folder, { only: staged.names });
    if (findings.length === 0) return true;
    const [aside, shown] = [displayPath(staged.folder), displayPath(content)];
    const ok = print(
      findings.map((finding) => ({
        ...finding,
        path: finding.path.replace(aside, shown),
        text: finding.text.replaceAll(aside, shown),
      })),
      format,
    );
    if (!ok)
      process.stderr.write('没有提交。请改正（npx dafu check --fix 可改正一部分），git add 之后再提交。\n');
    return ok;
  } finally {
    staged.remove();
  }
}

function print(findings: readonly Finding[], format: ReportFormat): boolean {
  process.stdout.write(report(findings, format));
  return !findings.some(({ level }) => level === 'error');
}
