import { format, resolveConfig } from 'prettier';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import type { IndexCosts } from './edition.ts';
import type { Answer } from './visit.ts';

/** The answers to one kind of text. */
export interface Measured {
  transport: 'http' | 'file';
  kind: string;
  answers: Answer[];
}

/** The result as a Markdown page, formatted by the project's formatter. */
export async function resultPage(
  letters: number,
  { records, writing, stock, scripts }: IndexCosts,
  measured: readonly Measured[],
  browser: string,
): Promise<string> {
  const kinds = [...new Set(measured.map(({ kind }) => kind))];
  const rows = [...kinds.map((kind) => [kind]), kinds.slice(1)].map((of) => {
    const cells = (['http', 'file'] as const).flatMap((transport) => {
      const answers = measured
        .filter((one) => one.transport === transport && of.includes(one.kind))
        .flatMap((one) => one.answers);
      const sorted = (value: (answer: Answer) => number) => answers.map(value).sort((a, b) => a - b);
      const times = sorted(({ time }) => time);
      const found = answers.filter((answer) => answer.found).length;
      return [
        `${found} / ${answers.length}`,
        quantile(times, 0.5),
        quantile(times, 0.95),
        quantile(
          sorted(({ processor }) => processor),
          0.95,
        ),
      ];
    });
    return `| ${of.length === 1 ? of.join('') : '除第一次外 all but the first'} | ${cells.join(' | ')} |`;
  });
  const size = ({ files, bytes }: { files: number; bytes: number }) =>
    `${files} 个文件 files，${(bytes / 1e6).toFixed(1)} MB`;
  const text = `# 快速查找 Quick find

由 \`npm run bench -- quick-find\` 写成，含义见 [bench/README.md](../README.md)。

- 日期 date：${new Date().toISOString().slice(0, 10)}，提交 commit ${describeCommit()}
- 机器 machine：${describeMachine()}，${browser}
- 答复 letters：${letters}
- 生成记录 records：${records.toFixed(1)} s；写出索引 index：${writing.toFixed(1)} s
- \`pagefind/\`：${size(stock)}；\`quick-find/\`：${size(scripts)}

| 所输入的 typed | http 列出 listed | p50 ms | p95 ms | CPU p95 ms | file 列出 listed | p50 ms | p95 ms | CPU p95 ms |
| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
${rows.join('\n')}
`;
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}

/** The value below which a share of sorted times lies, rounded. */
function quantile(times: readonly number[], share: number): string {
  return (times[Math.ceil(times.length * share) - 1] ?? 0).toFixed(0);
}
