import { format, resolveConfig } from 'prettier';
import { limits } from './build.ts';
import { engines } from './engines/engines.ts';
import { describeMix } from './queries.ts';
import { answerTable, indexTable, kindTable, nameOf } from './result-tables.ts';
import type { Result } from './results.ts';
import { targetTable } from './targets.ts';
import { queriesAVisit } from './visitor.ts';

/** The results of all sizes as a Markdown page, formatted by the project's formatter. */
export async function writeReport(results: readonly Result[]): Promise<string> {
  const sizes = [...Map.groupBy(results, ({ letters }) => letters)].map(
    ([letters, ofSize]) => `## ${letters.toLocaleString('en')} 件 letters

${answerTable(ofSize)}

${indexTable(ofSize)}

${kindTable(ofSize)}
${failures(ofSize)}`,
  );
  const text = `# 检索测量 · search bench

由 \`npm run bench -- search\` 写成，含义见 [bench/README.md](../README.md)。Written by the benchmark; the columns are explained there.

![全对的比例与等待、下载 · share fully right against waiting and bytes](search.svg)

- 查询 queries：${describeMix()}；每 ${queriesAVisit} 个为一次访问，缓存为空 · ${queriesAVisit} a visit, which starts with an empty cache
- 真值 truth：逐件逐段扫描 · every text of every letter scanned (\`src/search/text/scan.ts\`)
- 字节 bytes：浏览器网络日志；文本按 gzip 6 级发送，本机，无延迟 · the browser’s network log; texts sent as gzip (level 6), from the same machine, no latency
- 限度 limits：${limits.seconds} s、${limits.memory / 1024 ** 3} GB；${heaps()}

${sizes.join('\n')}

## dafu 的目标 · targets

${targetTable(results)}

负载高于核数时，用时偏长。With a load above the number of cores (see the runs) times are too long.

## 引擎 · engines

${engines.map((engine) => `- ${engine.name}（\`--only ${engine.key}\`）：${engine.setUp}`).join('\n')}

## 测量 · runs

${runs(results)}
`;
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

/** Lists the engines whose build gets a larger heap than Node's default. */
function heaps(): string {
  return engines
    .flatMap(({ name, heap }) => (heap === undefined ? [] : [`${name} 的 Node 堆 heap ${heap} MB`]))
    .join('，');
}

function failures(results: readonly Result[]): string {
  return results
    .flatMap(({ engine, failure }) => (failure === undefined ? [] : [`- ${nameOf(engine)}：${failure}`]))
    .join('\n');
}

/** When, where and how the results were measured: a line for each group measured alike. */
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
