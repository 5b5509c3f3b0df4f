import { format, resolveConfig } from 'prettier';
import { limits } from './build.ts';
import { engines } from './engines/engines.ts';
import { describeMix } from './queries.ts';
import type { Result } from './results.ts';
import type { Waits } from './score.ts';
import { duration, kilobytes, megabytes, percent, share } from './units.ts';
import { queriesAVisit } from './visits.ts';

/** The results of all sizes as a page of Markdown, formatted as the project's formatter wants it. */
export async function writeReport(results: readonly Result[]): Promise<string> {
  const sizes = [...Map.groupBy(results, ({ letters }) => letters)].map(
    ([letters, ofSize]) => `## ${letters.toLocaleString('en')} 件 letters

${answerTable(ofSize)}

${indexTable(ofSize)}

${kindTable(ofSize)}
${failures(ofSize)}`,
  );
  const text = `# 检索测量 · search bench

由 \`npm run bench -- search\` 写成，含义见 [bench/README.md](../README.md)。Written by the bench; what the columns mean stands there.

![全对的比例与等待、下载 · share fully right against waiting and bytes](search.svg)

- 查询 queries：${describeMix()}；每 ${queriesAVisit} 个为一次访问，缓存为空 · ${queriesAVisit} a visit, which starts with an empty cache
- 真值 truth：逐件逐段扫描 · every text of every letter scanned (\`src/search/scan.ts\`)
- 字节 bytes：浏览器网络日志；文本按 gzip 6 级发送，本机，无延迟 · the browser’s network log; texts sent as gzip (level 6), from the same machine, no latency
- 限度 limits：${limits.seconds} s、${limits.memory / 1024 ** 3} GB，Node 堆 heap ${limits.heapMegabytes} MB

${sizes.join('\n')}

## 引擎 · engines

${engines.map((engine) => `- ${engine.name}（\`--only ${engine.key}\`）：${engine.setUp}`).join('\n')}

## 测量 · runs

${runs(results)}
`;
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

function answerTable(results: readonly Result[]): string {
  const head = [
    '引擎 engine',
    '全对 fully right',
    '召回 recall',
    '精确 precision',
    '首次结果前 KB before the first result',
    '其后每次 KB each further query',
    '首次 ms cold, p50 / p95',
    '其后见首条 ms first results',
    '其后首页齐 ms first page whole',
    '其后找全 ms all found',
    '最长任务 ms longest task',
  ];
  const rows = results.flatMap(({ engine, accuracy, speed, file }) => {
    const waits = (of: Waits) => [
      duration(of.cold),
      duration(of.first),
      duration(of.whole),
      duration(of.complete),
      of.longestTask === 0 ? '< 50' : of.longestTask.toFixed(0),
    ];
    if (!accuracy || !speed) return [[nameOf(engine), ...head.slice(1).map(() => '–')]];
    const http = [
      nameOf(engine),
      `${share(accuracy.right, accuracy.queries)}（${accuracy.right}/${accuracy.queries}）`,
      percent(accuracy.recall),
      percent(accuracy.precision),
      kilobytes(speed.firstBytes),
      kilobytes(speed.furtherBytes),
      ...waits(speed),
    ];
    if (!file) return [http];
    const right = `${share(file.right, accuracy.queries)}（${file.right}/${accuracy.queries}）`;
    return [http, [`${nameOf(engine)} file://`, right, '–', '–', '–', '–', ...waits(file.waits)]];
  });
  return table(head, rows);
}

function indexTable(results: readonly Result[]): string {
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
  return table(head, rows);
}

/** Queries fully right by their kind. */
function kindTable(results: readonly Result[]): string {
  const known = results.filter(({ accuracy }) => accuracy !== undefined);
  const kinds = [...new Set(known.flatMap(({ accuracy }) => Object.keys(accuracy?.kinds ?? {})))];
  const rows = kinds.map((kind) => [
    kind,
    ...known.map(({ accuracy }) => {
      const { right = 0, queries = 0 } = accuracy?.kinds[kind] ?? {};
      return `${right}/${queries}`;
    }),
  ]);
  return table(['全对的查询 fully right', ...known.map(({ engine }) => nameOf(engine))], rows);
}

function failures(results: readonly Result[]): string {
  return results
    .flatMap(({ engine, failure }) => (failure === undefined ? [] : [`- ${nameOf(engine)}：${failure}`]))
    .join('\n');
}

/** When, where and how each result was measured: a line for all that were measured alike. */
function runs(results: readonly Result[]): string {
  const alike = Map.groupBy(results, ({ letters, queries, date, commit, machine, browser }) =>
    JSON.stringify({ letters, queries, date, commit, machine, browser }),
  );
  return [...alike.values()]
    .flatMap((group) => {
      const [one] = group;
      if (!one) return [];
      const names = group.map(({ engine, version }) => `${nameOf(engine)} ${version}`).join('，');
      const loads = group.map(({ load }) => load.toFixed(1));
      const only = group.map(({ engine }) => engine).join(',');
      return [
        `- ${one.date}，提交 commit ${one.commit}：${names}；${one.machine}，${one.browser}，负载 load ${loads.join('、')}  \n  \`npm run bench -- search --count ${one.letters} --queries ${one.queries} --only ${only}\``,
      ];
    })
    .join('\n');
}

function nameOf(key: string): string {
  return engines.find((engine) => engine.key === key)?.name ?? key;
}

/** A Markdown table. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
