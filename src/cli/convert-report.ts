import { basename } from 'node:path';
import type { Conversion } from '../convert/convert.ts';
import type { Evidence } from '../convert/evidence.ts';
import { fieldNames } from '../reply/field-names.ts';
import { ruleLabels } from '../normalise/rules.ts';
import { formatByteSize } from '../data/wording/byte-size.ts';
import { positionsIn } from '../reply/position.ts';
import type { MissingField } from '../record/missing-fields.ts';
import type { Edit, Message, PageRecord } from '../record/record.ts';
import { toPrintable } from '../check/printable-text.ts';

/** Why a text is not in the letter, in Chinese. */
export const dropLabels: Readonly<Record<string, string>> = {
  label: '项目名称',
  'no-field': '没有对应字段',
  repeated: '重复',
  layout: '版式符号',
  'site-chrome': '网页的导航、页脚等',
  'page-number': '页码',
  'page-note': '页面说明',
  private: '个人信息',
  uncertain: '识别没有把握',
  attachment: '附件',
};

const levels: Record<Message['level'], string> = {
  error: '错误',
  warning: '请核对',
  suggestion: '建议',
  info: '说明',
};

/** What else became of a converted file. */
interface SavedState {
  /** It is a draft, not public yet. */
  draft: boolean;
  /** What a draft lacks. */
  missing: readonly MissingField[];
  /** Names of files that an earlier conversion kept beside the original and this one does not. */
  removed: readonly string[];
}

/** The report to the editor on one converted file, in Chinese. */
export function conversionReport(
  { record, evidence }: Conversion,
  { draft, missing, removed }: SavedState = { draft: false, missing: [], removed: [] },
): string {
  const { decoded, edits, dropped, messages, attachments = [], pages = [] } = record;
  const positionOf = positionsIn(decoded);
  const at = (offset: number) => `第${positionOf(offset).line}行`;
  const sections: [string, string[]][] = [
    [
      `写成草稿，还缺 ${missing.length} 项，补上并删去 draft 一行才会公开`,
      missing.map(({ field, name, searched }) => `${name}（${field}）：${searched}`),
    ],
    [
      '写成草稿，删去 draft 一行才会公开',
      draft && missing.length === 0 ? ['必需的内容都有了，请核对。'] : [],
    ],
    [`识别的字段（${evidence.length}）`, evidence.map(evidenceLine)],
    [
      `原件 ${pages.length} 页，请核对次序`,
      pages.map(
        ({ name, number, at: start }, index) =>
          `第${index + 1}页：${basename(name ?? record.file)}${isPaged(pages, name) ? ` 的第${number}页` : ''}，从${at(start)}起`,
      ),
    ],
    [
      `改动 ${edits.length} 处，都记入 edits.json`,
      editLines(edits, (edit) => `${at(edit.at)} ${inContext(decoded, edit)}`),
    ],
    [
      `未收入 ${dropped.length} 处`,
      dropped.map(
        ({ at: start, length, why }) =>
          `${at(start)} ${dropLabels[why] ?? why}：${excerpt(decoded.slice(start, start + length))}`,
      ),
    ],
    [
      `随原件保存 ${attachments.length} 个文件，随原件一并公开，请逐个核对`,
      attachments.map(({ name, bytes }) => `${name}（${formatByteSize(bytes)}）`),
    ],
    [`不再保存 ${removed.length} 个文件，需要的请用 --with 补上`, [...removed]],
    [
      '需要注意',
      messages.map(
        ({ level, rule, line, column, text }) =>
          `${levels[level]} 第${line}行第${column}列 ${text}（${rule}）`,
      ),
    ],
  ];
  return sections
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `  ${heading}\n${lines.map((line) => `    ${toPrintable(line)}\n`).join('')}`)
    .join('');
}

/** Whether a file has several of the pages. */
function isPaged(pages: readonly PageRecord[], file: string | undefined): boolean {
  return pages.filter(({ name }) => name === file).length > 1;
}

function evidenceLine({ field, value, from, line, sure }: Evidence): string {
  return `${fieldNames[field] ?? field}：${value}（${from}，第${line}行${sure ? '' : '，请核对'}）`;
}

/** Edits by rule with counts, each in its context. White space that only indents is counted. */
function editLines(edits: readonly Edit[], describe: (edit: Edit) => string): string[] {
  const byRule = Map.groupBy(edits, ({ rule }) => rule);
  return [...byRule].flatMap(([rule, list]) => [
    `${ruleLabels.get(rule) ?? rule}（${rule}，第${list[0]?.tier ?? 1}级）${list.length} 处`,
    ...(/^(?:indentation|line-end|byte-order-mark)$/.test(rule)
      ? []
      : list.map((edit) => `  ${describe(edit)}`)),
  ]);
}

function inContext(decoded: string, { at, before, after }: Edit): string {
  const left = decoded.slice(Math.max(0, at - 6), at).replace(/^.*\n/su, '');
  const right = decoded.slice(at + before.length, at + before.length + 6).split('\n', 1)[0] ?? '';
  return `${visible(left)}[${visible(before)}→${visible(after)}]${visible(right)}`;
}

function visible(text: string): string {
  return text
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥')
    .replace(/[ \u00A0\u3000]/gu, '␣');
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…（${text.length}字）` : line;
}
