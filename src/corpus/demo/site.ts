import { readFile } from 'node:fs/promises';

/** `site.yml` of the demonstration: what the classes mean, and what is known of some sessions. */
export const siteFile = `# 本文件夹由 dafu corpus 生成，全部内容均为虚构。
name: 虚构答复样例
description: 由程序生成的虚构答复，仅供演示、测试与性能测量。
owner: dafu
licence:
  name: 虚构内容，可自由使用
outcomes:
  市政协: { A: 所提问题已经解决或者基本解决, B: 正在解决或者列入计划逐步解决, C: 因条件限制暂时难以解决 }
  市人大: { A: 所提问题已经解决或者采纳, B: 列入计划逐步解决, C: 留作参考 }
  省政协: { A: 已经采纳, B: 部分采纳, C: 留作参考 }
synonyms:
  - [养老院, 敬老院, 养老机构, 养老]
  - [电动车, 电动自行车]
  - [老旧小区, 老小区]
  - [补贴, 补助, 津贴]
`;

const repository = new URL('../../../content/pages/', import.meta.url);
const aboutPage = `---
title: 关于本站
description: 这是一份演示。
order: 1
---

本站全部内容均为虚构，由程序生成，仅供演示、测试和性能测量：地方、机关、人名、文件和数字都是编造的，与任何真实的地方和机关无关。

## 能看什么

- 每件答复列有[承诺](commitments.html)和[引用的文件](policies.html)，逐字摘录，注明段落；
- 同一问题在各次会议上的答复列在一起，主办和会办的意见互相链接；
- 各次会议的收录情况见[收录情况](coverage.html)，数字见[统计](statistics.html)；
- 整个网站可以[离线使用](archive.html)，数据可以[整份下载](data.html)。

## 怎样做成

内容文件夹里一件答复一个 Markdown 文件，编辑用 Git 管理；网站由 dafu 生成。
`;

/** The pages of the demonstration: about itself, and those of this repository that are about every archive. */
export async function readPages(): Promise<Record<string, string>> {
  const shared = ['verify.md', 'accessibility.md'];
  const texts = await Promise.all(shared.map((name) => readFile(new URL(name, repository), 'utf8')));
  return { 'about.md': aboutPage, ...Object.fromEntries(shared.map((name, at) => [name, texts[at] ?? ''])) };
}
