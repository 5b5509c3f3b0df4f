import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../archive/address.ts';
import type { Finding } from '../content-files/finding.ts';
import { letterId } from '../reply/letter-id.ts';
import { openBuildQueue } from './build-queue.ts';
import { letterOf, watchContent } from './content-watch.ts';
import { createDevServer, type DevServer, type OwnPage } from './dev-server.ts';
import type { ShownLetter } from './letter-preview.ts';
import type { Previews } from './preview-threads.ts';

/** What a preview of a whole site needs. */
export interface DevSiteOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the edition, which builds replace. */
  edition: string;
  previews: Previews;
  /** Builds the edition without letters that have errors. @returns What is wrong with the content, one line each. */
  build: () => Promise<{ isBuilt: boolean; problems: string[] }>;
  /** Receives what happens, in Chinese, for the terminal. */
  say: (text: string) => void;
}

/** More letters at once, such as after a `git checkout`, only the build shows. */
const mostAtOnce = 8;

/**
 * Serves a site that follows its content folder. An edited letter is shown at once; lists and searches follow with the
 * build, which is started after it.
 *
 * @returns The server, not listening yet, and what stops all.
 */
export async function openDevSite({
  content,
  edition,
  previews,
  build,
  say,
}: DevSiteOptions): Promise<Pick<DevServer, 'server'> & { close: () => void }> {
  /** Letters that were edited after the build that the edition is of. */
  const edited = new Map<string, ShownLetter & { at: number }>();
  let edits = 0;
  let building = false;
  let buildProblems: string[] = [];
  const find = async (path: string, inEdition: boolean): Promise<OwnPage | undefined> => {
    const id = /^replies\/(.+)\.html$/.exec(path)?.[1] ?? '';
    if (!letterId.test(id) || !existsSync(join(content, 'replies', `${id}.md`))) return undefined;
    const known = edited.get(id);
    if (known === undefined && inEdition) return undefined;
    const shown = known?.html === undefined ? await previews.show(id) : known;
    if (shown.html !== undefined) return { html: shown.html, ...markOf(shown) };
    return shown.findings.some(isError) && !inEdition ? { html: brokenPage(id) } : undefined;
  };
  const pages = createDevServer(edition, find);
  const { server } = pages;
  const report = (changed: string[], built = false) => {
    const own = [...edited.values()].flatMap(({ findings }) => findings.filter(isError).map(lineOf));
    pages.tell({ changed, built, building, problems: own.length > 0 ? own : buildProblems });
  };
  const queue = openBuildQueue(
    async () => {
      const from = edits;
      const started = performance.now();
      building = true;
      let isBuilt = false;
      report([]);
      try {
        ({ isBuilt, problems: buildProblems } = await build());
      } finally {
        building = false;
      }
      if (!isBuilt) say('内容有误，列表和检索停在上一次；改好并保存以后自动更新。');
      else {
        for (const [id, { at, findings }] of edited)
          if (at <= from && !findings.some(isError)) edited.delete(id);
        previews.renew();
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        say(`列表和检索已更新（${seconds} 秒）${buildProblems.length > 0 ? '，有错误的答复除外' : ''}。`);
      }
      report([], true);
    },
    (error) => {
      say(`构建失败：${error instanceof Error ? error.message : String(error)}`);
    },
  );
  const showLetter = async (id: string) => {
    edits += 1;
    const at = edits;
    if (!existsSync(join(content, 'replies', `${id}.md`))) {
      edited.delete(id);
      return;
    }
    const shown = await previews.show(id);
    for (const finding of shown.findings) say(lineOf(finding));
    edited.set(id, { ...(await keepPage(id, shown)), at });
    report([address.reply(id)]);
  };
  /** A letter with an error keeps the page that it had: a build leaves it out. */
  const keepPage = async (id: string, shown: ShownLetter): Promise<ShownLetter> => {
    if (shown.html !== undefined || !shown.findings.some(isError)) return shown;
    const before =
      edited.get(id)?.html ??
      (await readFile(join(edition, address.reply(id)), 'utf8').catch(() => undefined));
    return before === undefined ? shown : { ...shown, html: before };
  };
  const stop = await watchContent(content, (paths) => {
    const ids = new Set([...paths].flatMap((path) => letterOf(path) ?? []));
    say(`${[...paths].slice(0, 3).join('、')}${paths.size > 3 ? ` 等 ${paths.size} 个文件` : ''} 有改动`);
    edits += 1;
    if (ids.size > mostAtOnce) for (const id of ids) edited.delete(id);
    const shown = ids.size > mostAtOnce ? [] : [...ids].map(showLetter);
    void Promise.allSettled(shown).then((results) => {
      for (const result of results) if (result.status === 'rejected') say(String(result.reason));
      queue.request();
    });
  });
  queue.request();
  return {
    server,
    close() {
      stop();
      previews.close();
      server.close();
      server.closeAllConnections();
    },
  };
}

/** What is shown of a letter that was never without errors; what they are is said over every page. */
function brokenPage(id: string): string {
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><title>${id} 有错误</title><body><h1>${id} 有错误</h1><p>改好并保存以后，这里显示这件答复。</p></body></html>`;
}

function markOf({ publication, publishFrom }: ShownLetter): Pick<OwnPage, 'mark'> {
  if (publication === 'waiting')
    return { mark: `预览：这件答复到 ${publishFrom ?? ''} 才公开，网站上现在没有。` };
  return publication === 'unpublished' ? { mark: '预览：这件答复是草稿或不公开，网站上没有。' } : {};
}

function isError({ level }: Finding): boolean {
  return level === 'error';
}

function lineOf({ path, line, column, level, text }: Finding): string {
  return `${path}:${line}:${column} ${level === 'error' ? '错误' : '提醒'}：${text}`;
}
