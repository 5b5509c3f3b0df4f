import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeGroups, type CodeDescription, type MessageLevel } from '../record/message-codes.ts';

/** The file of the list, a page of the guide. */
export const messageListPath = join(import.meta.dirname, '../../content/pages/guide/messages.md');

const levels: Record<MessageLevel, string> = {
  error: '错误',
  warning: '警告',
  suggestion: '建议',
  info: '提示',
};

/** The list of all message codes for editors, in Markdown: what each means and what to do. */
export function writeMessageList(): string {
  const sections = codeGroups.map(({ heading, codes }) =>
    [`## ${heading}`, Object.entries(codes).map(writeCode).join('\n')].join('\n\n'),
  );
  return `${[introduction, ...sections].join('\n\n')}\n`;
}

const introduction = `---
title: 编辑指南：转换时的提示和错误
description: dafu convert 的每条提示是什么意思，该怎么办。
order: 9
---

\`dafu convert\` 的每条提示都带一个代码。下面按产生的环节列出全部代码：是什么意思，该怎么办。
警告须核对原件；建议须编辑确认后才改；提示只供参考；有错误的文件没有转换，或者没有写入。

本页由 \`node src/setup/message-list.ts\` 从 \`src/record/message-codes/\` 生成，请不要直接修改。`;

function writeCode([code, { level, meaning, advice }]: [string, CodeDescription]): string {
  const names = (typeof level === 'string' ? [level] : level).map((one) => levels[one]);
  return `- \`${code}\`（${names.join('或')}）：${meaning}${advice}`;
}

if (import.meta.main) writeFileSync(messageListPath, writeMessageList());
