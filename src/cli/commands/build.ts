import { resolve } from 'node:path';
import type { Command } from 'commander';
import { describeStorageFault, isStorageFault } from '../../storage/storage-fault.ts';
import { contentOption, openContentFolder } from '../content-option.ts';

/** `dafu build`: the whole site with its index. */
export function registerBuild(program: Command): void {
  program
    .command('build')
    .summary('构建整个网站 · build the whole site')
    .description(
      '检查内容，构建网站、检索索引与离线副本（同一个文件夹）。\nChecks the content and builds site, search index and offline copy: one folder.',
    )
    .addOption(contentOption())
    .option('--out <dir>', '输出文件夹 · output folder', 'dist')
    .option('--base <path>', '网站所在路径，只影响 404 页 · path the site is served under', '/')
    .option('--quiet', '只显示警告和错误 · print nothing but warnings and errors')
    .action(async (options: { content: string; out: string; base: string; quiet?: boolean }) => {
      if (!/^\/(?:[\w.~-]+\/)*[\w.~-]*$/.test(options.base))
        program.error("error: option '--base' is invalid. 应以 / 开头，例如 /archive/", { exitCode: 2 });
      // Loaded when needed: Astro would make every other command slow to start.
      const { buildEdition, cacheFolder } = await import('../../build/build.ts');
      const { compilePages } = await import('../../integrations/page-compiler.ts');
      const { ContentError } = await import('../../build/content-error.ts');
      const { report } = await import('../../check/reporters.ts');
      const { showProgress } = await import('../progress.ts');
      const { quiet = false } = options;
      const progress = showProgress({ quiet });
      // A line in the middle of the bar would tear it.
      const warnings = new Set<string>();
      try {
        const edition = {
          content: await openContentFolder(options.content),
          out: resolve(options.out),
          base: options.base,
          onProgress: progress.show,
          onWarning: (text: string) => warnings.add(text),
        };
        const summary = await buildEdition(edition, compilePages);
        progress.end();
        for (const warning of warnings) process.stderr.write(`${warning}\n`);
        if (!quiet) {
          process.stdout.write(`已构建 ${summary.letters} 篇答复：${options.out}\n`);
          process.stdout.write(`清单 manifest-sha256.txt 的 SHA-256：${summary.manifest}\n`);
        }
        if (summary.url === undefined && !quiet)
          process.stderr.write(
            'site.yml 没有写网址（url），没有生成需要网址的 sitemap.xml、opensearch.xml 和规范链接；订阅源用相对链接。\n',
          );
      } catch (error) {
        progress.end();
        if (isStorageFault(error))
          throw new Error(
            `${describeStorageFault(error, `${resolve(options.out)} 或缓存 ${cacheFolder}`)}没有构建；原有的输出未改动。`,
            { cause: error },
          );
        if (!(error instanceof ContentError)) throw error;
        process.stderr.write(report(error.findings, 'text'));
        process.stderr.write('内容有误，没有构建；原有的输出未改动。\n');
        process.exitCode = 1;
      }
    });
}
