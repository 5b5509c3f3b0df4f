import { relative, resolve, sep } from 'node:path';
import { Option, type Command } from 'commander';
import type { ReportFormat } from '../../check/reporters.ts';
import { toPrintable } from '../../check/printable-text.ts';
import { openContentFolder, contentOption } from '../content-option.ts';

/** `dafu check`: the content rules, without building. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .summary('检查内容 · check the content')
    .description(
      '逐条检查答复的文件头、正文、文件名和原件。有错误时退出码为 1。\nChecks frontmatter, text, file names and originals; exits 1 when there are errors.',
    )
    .argument('[path...]', '只检查这些文件 · only these files')
    .addOption(contentOption())
    .addOption(
      new Option('--format <format>', '报告的格式 · format of the report')
        .choices(['text', 'json', 'github', 'gitlab'])
        .default('text'),
    )
    .option('--fix', '改正可以自动改正的 · mend what can be mended without asking')
    .option(
      '--staged',
      '检查将要提交的内容（git add 之后的）· check what is about to be committed, as it was added',
    )
    .option(
      '--against <edition>',
      '上一版的清单 manifest-sha256.txt、网站文件夹或 zip：公布过的网址不能失效 · the last edition’s manifest, folder or zip: what was public keeps its address',
    )
    .action(async (paths: string[], options: CheckCommandOptions) => {
      if (options.staged && (options.fix || paths.length > 0 || options.against !== undefined))
        program.error("error: option '--staged' is invalid. 不能与 --fix、--against 或文件一起使用", {
          exitCode: 2,
        });
      if (paths.length > 0 && options.against !== undefined)
        program.error("error: option '--against' is invalid. 对照的是全部内容，不能只给几个文件", {
          exitCode: 2,
        });
      // Loaded when needed, as all that a single command needs.
      const { runCheck, runStagedCheck } = await import('../run-check.ts');
      const content = await openContentFolder(options.content);
      const only = paths.map((path) => nameOf(content, path));
      const former = options.against === undefined ? undefined : await readFormer(options.against);
      const ok = options.staged
        ? await runStagedCheck(content, options.format)
        : await runCheck(content, {
            ...options,
            ...(only.length > 0 && { only }),
            ...(former && { former }),
          });
      if (!ok) process.exitCode = 1;
    });
}

interface CheckCommandOptions {
  content: string;
  format: ReportFormat;
  fix?: boolean;
  staged?: boolean;
  against?: string;
}

async function readFormer(edition: string): Promise<Set<string>> {
  const { readEditionPaths } = await import('../../offline/edition-paths.ts');
  return readEditionPaths(resolve(edition), toPrintable).catch((error: unknown) => {
    throw new Error(
      `--against ${toPrintable(edition)}：${error instanceof Error ? error.message : String(error)}`,
      { cause: error },
    );
  });
}

/** The path of a file below the content folder, with `/`. */
function nameOf(content: string, path: string): string {
  const name = relative(content, resolve(path)).split(sep).join('/');
  if (name === 'site.yml' || /^(?:(?:replies|pages)\/.+\.md|follow-up\/.+\.yml)$/i.test(name)) return name;
  const folder = relative('', content);
  throw new Error(
    `${toPrintable(path)} 不是内容文件。请给出 ${folder}/replies/ 或 ${folder}/pages/ 之下的 .md 文件、${folder}/follow-up/ 之下的 .yml 文件，或 site.yml。`,
  );
}
