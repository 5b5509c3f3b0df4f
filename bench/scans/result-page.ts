import { loadavg } from 'node:os';
import { format, resolveConfig } from 'prettier';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import type { MeasuredPage } from './measured-page.ts';
import { sumScores } from './score.ts';

interface Conditions {
  /** The first page, from 0. */
  from: number;
  /** Faces that were not there. */
  missing: readonly string[];
  browser: string;
}

/** Writes the results as a page. @param path Where it goes, for its formatting. */
export async function writeResultPage(
  measured: readonly MeasuredPage[],
  { from, missing, browser }: Conditions,
  path: string,
): Promise<string> {
  const text = `# 扫描件测量 · scans bench

由 \`npm run bench -- scans\` 写成，含义见 [bench/README.md](../README.md)。Written by the benchmark.
第 ${from + 1} 页起 from page ${from + 1}.

| 页 pages | 读者 reader | 件 | 字 | 字错率 CER | 错的汉字和数字 wrong Han, digits | 其中未提示 silent | 有疑 doubts | CPU s/页 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${groupsOf(measured)
  .flatMap(([name, pages]) => readersOf(pages).map((reader) => row(name, reader, pages)))
  .join('\n')}

${silentList(measured)}

${missing.length > 0 ? `没有测量 not measured（未安装字体）：${missing.join('、')}。\n\n` : ''}${describeMachine()}，负荷 load ${(loadavg()[0] ?? 0).toFixed(1)}，${browser}，${describeCommit()}
`;
  return format(text, { ...(await resolveConfig(path)), filepath: path });
}

function groupsOf(measured: readonly MeasuredPage[]): [string, MeasuredPage[]][] {
  const upright = measured.filter(({ plan }) => plan.quarters === 0);
  const by = (name: (page: MeasuredPage) => string): [string, MeasuredPage[]][] =>
    [...Map.groupBy(upright, name)].sort(([a], [b]) => a.localeCompare(b, 'zh-CN', { numeric: true }));
  return [
    ['直立的 upright', upright],
    ['横倒或颠倒的 turned', measured.filter(({ plan }) => plan.quarters !== 0)],
    ...by(({ plan }) => plan.face),
    ...by(({ plan }) => `${plan.density} dpi`),
    ...by(({ plan }) => (plan.seal === undefined ? '无印章 no seal' : '有印章 sealed')),
  ];
}

function readersOf(pages: readonly MeasuredPage[]): string[] {
  return [...new Set(pages.map(({ reader }) => reader))];
}

function row(name: string, reader: string, pages: readonly MeasuredPage[]): string {
  const own = pages.filter((one) => one.reader === reader);
  const { characters, errors, wrong, silent, doubtful } = sumScores(own.map(({ score }) => score));
  const share = (count: number) => `${((100 * count) / Math.max(1, characters)).toFixed(2)} %`;
  const cpu = own.reduce((sum, one) => sum + one.cpu, 0) / Math.max(1, own.length);
  const isOurs = reader === 'dafu';
  return `| ${[
    ...[name, reader, own.length, characters, share(errors), wrong],
    ...[isOurs ? silent : wrong, isOurs ? share(doubtful) : '–', cpu.toFixed(1)],
  ].join(' | ')} |`;
}

/** Every character that was misread and not reported. */
function silentList(measured: readonly MeasuredPage[]): string {
  const own = measured.filter(({ reader, score }) => reader === 'dafu' && score.examples.length > 0);
  if (own.length === 0) return '未提示的错字 silent errors of dafu：没有 none。';
  const lines = own.map(
    ({ plan, score }) =>
      `- ${plan.face}，${plan.density} dpi，${plan.quarters * 90}°：${score.examples.map((one) => `\`${one}\``).join('、')}`,
  );
  return `未提示的错字 silent errors of dafu（前文[原字→读作]）：\n\n${lines.join('\n')}`;
}
