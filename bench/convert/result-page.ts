import { format, resolveConfig } from 'prettier';
import type { Printer } from './browser-files.ts';
import { describeCommit, describeMachine } from './machine.ts';
import type { Measurement } from './measure.ts';
import type { Tool } from './peers/peer.ts';
import { failureList, fieldTable, lostColumns, textSpeed, toolTable } from './report.ts';

/** All peers, including those not installed. */
export type Loaded = { name: string; kinds: readonly string[]; tool: Tool | undefined }[];

/** The circumstances of a run. */
export interface Circumstances {
  tools: Loaded;
  unmade: string[];
  printer: Printer | undefined;
  counts: { letters: number };
}

/** Writes the whole result as a Markdown page, formatted by the project's formatter. */
export async function writeReport(
  measured: readonly Measurement[],
  { tools, unmade, printer, counts }: Circumstances,
): Promise<string> {
  const versions = tools.map(
    ({ name, kinds, tool }) =>
      `- ${name}（${kinds.join('、')}）：${tool ? tool.version || '–' : '未安装 not installed'}`,
  );
  const text = `# 转换测量 · convert bench

由 \`npm run bench -- convert\` 写成，含义见 [bench/README.md](../README.md)。粗体：优于 dafu。Bold: better than dafu.

- 日期 date：${new Date().toISOString().slice(0, 10)}，提交 commit ${describeCommit()}
- 机器 machine：${describeMachine()}
- 样本 letters：每种格式 ${counts.letters} 件（扫描与长文另计）；文件由 ${printer?.version ?? '未安装浏览器 no browser'}、LibreOffice 与测试用的写入器生成
- 未能生成的格式 formats not made：${unmade.join('、') || '无 none'}

${toolTable(measured)}

## dafu 不领先之处 · where dafu does not lead

${lostColumns(measured)}

## 字段 · fields (dafu)

${fieldTable(measured)}

## 文本速度 · text

${textSpeed(measured)}

## 失败 · failures

${failureList(measured)}

## 版本 · versions

${versions.join('\n')}
`;
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}
