import { relative, resolve, sep } from 'node:path';
import { specialFiles } from '../check/plain-files.ts';
import { toPrintable } from '../check/printable-text.ts';
import { report } from '../check/reporters.ts';
import { readSiteFile } from '../content-files/site-file.ts';
import { programVersion } from '../program/program-version.ts';
import { countResults, describeResult, serialiseResult } from '../watch/watch-report.ts';
import type { WatchResult } from '../watch/watch-result.ts';
import { watchSources } from '../watch/watch-sources.ts';
import { readWatchedLetters, type WatchedLetters } from '../watch/watched-letter.ts';
import { openContentFolder } from './content-option.ts';
import { onInterruption } from './interruption.ts';
import { showProgress } from './progress.ts';
import { receivedSaver } from './watch/save-received.ts';

/** The options of `dafu watch`; times in seconds. */
export interface WatchCommandOptions {
  content: string;
  delay: number;
  timeout: number;
  format: 'text' | 'json';
  all?: boolean;
  /** A folder for what is now in the place of an original. */
  save?: string;
  allowPrivate?: boolean;
}

type Judged = Pick<WatchResult, 'status'>;

/**
 * Asks for the sources of letters and prints what became of them as soon as it is known; interrupted, it says what it has.
 *
 * @param paths The letters; all where there are none.
 */
export async function runWatch(paths: readonly string[], options: WatchCommandOptions): Promise<void> {
  const content = await openContentFolder(options.content);
  const special = await specialFiles(content);
  if (special.length > 0) {
    process.stdout.write(report(special, 'text'));
    process.exitCode = 1;
    return;
  }
  const only = paths.length === 0 ? undefined : paths.map((path) => nameOf(content, path));
  const letters = await readWatchedLetters(content, only);
  for (const path of letters.unreadable)
    process.stderr.write(`${toPrintable(path)}：文件头有错误，没有核对。请先运行 dafu check。\n`);
  if (letters.unreadable.length > 0) process.exitCode = 1;
  const results = await watch(letters, content, options);
  if (options.format === 'text') process.stdout.write(conclude(results, letters));
  if (results.some(({ status }) => status !== 'unchanged')) process.exitCode ??= 1;
}

async function watch(
  { watched }: WatchedLetters,
  content: string,
  options: WatchCommandOptions,
): Promise<Judged[]> {
  const results: Judged[] = [];
  const save = options.save === undefined ? undefined : receivedSaver(resolve(options.save));
  const userAgent = nameProgram(content);
  const progress = showProgress({ quiet: !process.stderr.isTTY || watched.length < 2 });
  const controller = new AbortController();
  const stopListening = onInterruption(() => {
    controller.abort();
  });
  const show = (): void => {
    const { length: total } = watched;
    progress.show({ text: '访问来源网页', share: results.length / total, done: results.length, total });
  };
  const take = (result: WatchResult): void => {
    // Without what was received: some thousand pages together are large.
    results.push({ status: result.status });
    progress.pause();
    if (options.format === 'json') process.stdout.write(serialiseResult(result));
    else if (options.all || result.status !== 'unchanged') process.stdout.write(describeResult(result));
    save?.(result);
    show();
  };
  try {
    show();
    await watchSources(
      watched,
      {
        userAgent,
        delay: options.delay * 1000,
        timeout: options.timeout * 1000,
        allowPrivate: options.allowPrivate === true,
        signal: controller.signal,
      },
      take,
    );
  } finally {
    progress.end();
    stopListening();
  }
  if (controller.signal.aborted) {
    process.stderr.write(`已中断，还有 ${watched.length - results.length} 件没有核对。\n`);
    process.exitCode = 130;
  }
  return results;
}

/** Says who asks, with the archive's address, by which an operator reaches its editors. */
function nameProgram(content: string): string {
  const { site } = readSiteFile(content);
  const contact = site?.url ?? site?.reportErrors;
  if (contact === undefined)
    process.stderr.write(
      '提示：在 site.yml 里写明 url 或 reportErrors，来源网站的管理员才知道是谁在访问、怎样联系。\n',
    );
  return `dafu/${programVersion()}${contact === undefined ? '' : ` (+${new URL(contact).href})`}`;
}

function conclude(results: readonly Judged[], { watched, silent }: WatchedLetters): string {
  if (watched.length === 0) return `没有可核对的：${silent} 件答复都没有写明来源网址（source.url）。\n`;
  const others = silent === 0 ? '' : `另有 ${silent} 件没有写明来源网址（source.url），没有核对。\n`;
  return countResults(results) + others;
}

/** The path of a letter below `replies/`, with `/`. */
function nameOf(content: string, path: string): string {
  const name = relative(content, resolve(path)).split(sep).join('/');
  const letter = /^replies\/(.+\.md)$/iu.exec(name)?.[1];
  if (letter !== undefined) return letter;
  throw new Error(
    `${toPrintable(path)} 不是答复。请给出 ${toPrintable(relative('', content))}/replies/ 之下的 .md 文件。`,
  );
}
