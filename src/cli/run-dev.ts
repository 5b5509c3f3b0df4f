import { spawn, type ChildProcess } from 'node:child_process';
import { setPriority } from 'node:os';
import { openCompiledPages } from '../build/rendering/compiled-pages.ts';
import { toPrintable } from '../check/printable-text.ts';
import { openDevSite, type DevSiteOptions } from '../dev/dev-site.ts';
import { openPreviewFolder } from '../dev/preview-folder.ts';
import { openPreviews } from '../dev/preview-threads.ts';
import { digestProgram } from '../program/program-digest.ts';
import { cacheFolder, programRoot } from '../program/program-folder.ts';
import { listen } from '../serve/listen.ts';
import { openContentFolder } from './content-option.ts';
import { leftOut } from './run-build.ts';
import { compilePages } from './templates.ts';

/** Serves a preview that follows the content folder, until the process is ended. */
export async function runDev(options: { content: string; port: number }): Promise<void> {
  const content = await openContentFolder(options.content);
  const program = await digestProgram();
  const edition = await openPreviewFolder(cacheFolder, content);
  const say = (text: string) => process.stderr.write(`${toPrintable(text)}\n`);
  const templates = await openCompiledPages({ root: programRoot, cache: cacheFolder, program }, compilePages);
  const previews = openPreviews({ content, cache: cacheFolder, program, entry: templates.entry }, say);
  const builds = openBuilds(content, edition);
  const site = await openDevSite({ content, edition, previews, build: builds.build, say });
  const port = await listen(site.server, options.port, '127.0.0.1');
  process.stdout.write(`按 Ctrl+C 结束 · press Ctrl+C to stop\nhttp://127.0.0.1:${port}/\n`);
  const end = () => {
    builds.stop();
    site.close();
    void templates.close().finally(() => process.exit());
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, end);
}

/** Builds in a process of its own: to answer the editor comes first. */
function openBuilds(content: string, edition: string): Pick<DevSiteOptions, 'build'> & { stop: () => void } {
  let child: ChildProcess | undefined;
  return {
    build: () =>
      new Promise((resolve, reject) => {
        const words = ['build', '--quiet', '--leave-out-broken', '--content', content, '--out', edition];
        const started = spawn(process.execPath, [...process.execArgv, process.argv[1] ?? '', ...words], {
          stdio: ['ignore', 'ignore', 'pipe'],
        });
        child = started;
        if (started.pid !== undefined)
          try {
            setPriority(started.pid, 10);
          } catch {
            // It has ended already, or the system has no priorities.
          }
        let said = '';
        started.stderr.setEncoding('utf8').on('data', (text: string) => {
          said += text;
        });
        started.on('error', reject);
        started.on('close', (code) => {
          resolve({
            isBuilt: code === 0 || code === leftOut,
            problems: code === 0 ? [] : said.trim().split('\n'),
          });
        });
      }),
    stop: () => {
      child?.kill();
    },
  };
}
