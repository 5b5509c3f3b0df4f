import { engines } from './engines/engines.ts';
import { kindNames } from './queries.ts';
import type { Result } from './results.ts';
import type { Waits } from './score.ts';
import { duration, kilobytes, megabytes, percent, share } from './units.ts';

/** The table of correctness, transfer size and duration of answers. */
export function answerTable(results: readonly Result[]): string {
  const head = [
    '引擎 engine',
    '全对 fully right',
    '召回 recall',
    '精确 precision',
    '首次结果前 KB before the first result',
    '首次查询共 KB all of the first query',
    '其后每次 KB each further query',
    '首次 ms cold, p50 / p95',
    '其后见首条 ms first results',
    '其后首页齐 ms first page whole',
    '其后找全 ms all found',
    '最长任务 ms longest task, opening / searching',
  ];
  const rows = results.flatMap(({ engine, accuracy, speed, file }) => {
    const waits = (of: Waits) => [
      duration(of.cold),
      duration(of.first),
      duration(of.whole),
      duration(of.complete),
      [of.longestTask.opening, of.longestTask.searching].map(task).join(' / '),
    ];
    if (!accuracy || !speed) return [[nameOf(engine), ...head.slice(1).map(() => '–')]];
    const http = [
      nameOf(engine),
      `${share(accuracy.right, accuracy.queries)}（${accuracy.right}/${accuracy.queries}）`,
      percent(accuracy.recall),
      percent(accuracy.precision),
      kilobytes(speed.bytesToFirst),
      kilobytes(speed.firstBytes),
      kilobytes(speed.furtherBytes),
      ...waits(speed),
    ];
    if (!file) return [http];
    const right = `${share(file.right, accuracy.queries)}（${file.right}/${accuracy.queries}）`;
    return [http, [`${nameOf(engine)} file://`, right, '–', '–', '–', '–', '–', ...waits(file.waits)]];
  });
  return markdownTable(head, rows);
}

/** The table of index sizes and build costs. */
export function indexTable(results: readonly Result[]): string {
  const head = [
    '引擎 engine',
    '索引 MB index on disk',
    '发送 MB all of it as sent',
    '文件 files',
    '建立 s build',
    '内存峰值 MB peak memory',
  ];
  const rows = results.map(({ engine, size, build }) => [
    nameOf(engine),
    size ? megabytes(size.raw) : '–',
    size ? megabytes(size.sent) : '–',
    size ? size.files.toLocaleString('en') : '–',
    build ? build.seconds.toFixed(1) : '–',
    build ? megabytes(build.memory) : '–',
  ]);
  return markdownTable(head, rows);
}

/** The table of fully correct queries by kind. */
export function kindTable(results: readonly Result[]): string {
  const known = results.filter(({ accuracy }) => accuracy !== undefined);
  const rows = kindNames.map((kind) => [
    kind,
    ...known.map(({ accuracy }) => {
      const { right = 0, queries = 0 } = accuracy?.kinds[kind] ?? {};
      return `${right}/${queries}`;
    }),
  ]);
  return markdownTable(['全对的查询 fully right', ...known.map(({ engine }) => nameOf(engine))], rows);
}

/** The name of an engine, by key. */
export function nameOf(key: string): string {
  return engines.find((engine) => engine.key === key)?.name ?? key;
}

function task(milliseconds: number | undefined): string {
  if (milliseconds === undefined) return '–';
  return milliseconds === 0 ? '< 50' : milliseconds.toFixed(0);
}

/** A Markdown table. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
