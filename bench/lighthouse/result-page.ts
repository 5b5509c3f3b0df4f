import { format, resolveConfig } from 'prettier';
import { describeCommit, describeMachine } from '../convert/machine.ts';
import type { Scores } from './audit.ts';

const forms = { mobile: '手机 mobile', desktop: '电脑 desktop' };

/** The result as a Markdown page, formatted by the project's formatter. */
export async function resultPage(measured: readonly Scores[], runs: number): Promise<string> {
  const categories = Object.keys(measured[0]?.categories ?? {});
  const rows = measured.map(
    ({ name, form, categories: scores }) =>
      `| ${name} | ${forms[form]} | ${categories.map((id) => scores[id] ?? 0).join(' | ')} |`,
  );
  const faults = measured.flatMap(({ name, form, faults: titles }) =>
    titles.map((title) => `- ${name}，${forms[form]}，${title}`),
  );
  const text = `# Lighthouse

由 \`npm run bench -- lighthouse\` 写成，含义见 [bench/README.md](../README.md)。

- 日期 date：${new Date().toISOString().slice(0, 10)}，提交 commit ${describeCommit()}
- 机器 machine：${describeMachine()}
- Lighthouse ${measured[0]?.version ?? ''}，每页 ${runs} 次取中位数 median of ${runs} runs

| 页面 page | 设备 device | ${categories.join(' | ')} |
| --- | --- | ${categories.map(() => '---:').join(' | ')} |
${rows.join('\n')}

## 失分之处 · where points are lost

${faults.length === 0 ? '没有。None.' : faults.join('\n')}
`;
  return format(text, { ...(await resolveConfig(import.meta.filename)), parser: 'markdown' });
}
