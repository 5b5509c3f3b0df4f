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
        .choices(['text', 'json', 'github'])
        .default('text'),
    )
    .option('--fix', '改正可以自动改正的 · mend what can be mended without asking')
    .action(async (paths: string[], options: { content: string; format: ReportFormat; fix?: boolean }) => {
      // Loaded when needed, as all that a single command needs.
      const { checkContent } = await import('../../check/check.ts');
      const { report } = await import('../../check/reporters.ts');
      const content = await openContentFolder(options.content);
      const names = paths.map((path) => nameOf(content, path));
      const only = names.length > 0 ? names : undefined;
      if (options.fix) {
        const { fixContent } = await import('../../check/fix-content.ts');
        const fixed = await fixContent(content, only);
        if (fixed.length > 0)
          process.stderr.write(`已自动改正 ${fixed.length} 处：\n${report(fixed, 'list')}\n`);
      }
      const { findings } = await checkContent(content, { render: true, ...(only && { only }) });
      process.stdout.write(report(findings, options.format));
      if (findings.some(({ level }) => level === 'error')) process.exitCode = 1;
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
