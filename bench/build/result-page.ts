import { format, resolveConfig } from 'prettier';
import type { BuildResult } from './results.ts';

/** Writes the results as a Markdown page. */
export async function writeReport(results: readonly BuildResult[], path: string): Promise<string> {
  const rows = [...Map.groupBy(results, ({ letters }) => letters)].flatMap(([letters, members]) => {
    const peer = members.find(({ generator }) => generator === 'hugo');
    return members.map((one) => row(letters, one, peer));
  });
  const [latest] = results.toSorted((a, b) => (a.date < b.date ? 1 : -1));
  const text = `# 构建测量 · build bench

由 \`npm run bench -- build\` 写成，含义见 [bench/README.md](../README.md)。括号内是与同一次运行中 Hugo + Pagefind 之比。
Ratios to Hugo + Pagefind in the same run are in parentheses.

- 机器 machine：${latest?.machine ?? ''}

| letters | | cold, s | one edit, s | peak memory, GB | output, MB | files | date, commit, load |
| ---: | --- | ---: | ---: | ---: | ---: | ---: | --- |
${rows.join('\n')}

![时间与件数 · time and letters](build.svg)
`;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function row(letters: number, one: BuildResult, peer: BuildResult | undefined): string {
  const ratio = (value: (result: BuildResult) => number) =>
    peer === undefined || peer === one ? '' : ` (${(value(one) / value(peer)).toPrecision(2)})`;
  const cell = (value: (result: BuildResult) => number, text: string) => text + ratio(value);
  const { cold, edit, output } = one;
  const memory = Math.max(cold.memory, edit.memory);
  return `| ${[
    letters.toLocaleString('en'),
    `${one.generator} ${one.version}`,
    cell((result) => result.cold.seconds, cold.seconds.toFixed(1)),
    cell((result) => result.edit.seconds, edit.seconds.toFixed(1)),
    cell((result) => Math.max(result.cold.memory, result.edit.memory), (memory / 1e9).toFixed(2)),
    cell((result) => result.output.bytes, (output.bytes / 1e6).toFixed(0)),
    cell((result) => result.output.files, output.files.toLocaleString('en')),
    `${one.date} ${one.commit} ${one.load}`,
  ].join(' | ')} |`;
}
