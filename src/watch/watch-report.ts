import { toPrintable, toPrintableJson } from '../check/printable-text.ts';
import { fieldNames } from '../reply/field-names.ts';
import { changedCharacters, type ChangedText, type TextChange } from './comparison/text-changes.ts';
import type { WatchResult, WatchStatus } from './watch-result.ts';

/** What a person reads of each status, in the order of the count. */
const statusNames: Record<WatchStatus, string> = {
  changed: '内容有变动',
  replaced: '已换成别的内容',
  vanished: '已消失',
  moved: '网址已改',
  incomparable: '无法核对',
  unreachable: '没有问到',
  disallowed: '不许访问',
  unchanged: '没有变化',
};

/** So much of the unchanged text around a change is shown, in characters. */
const context = 16;
/** So much of what is gone or new is shown. */
const longest = 400;
/** So many changes of one letter are shown. */
const mostChanges = 20;

/** Describes a result for a person: a line, and one for each change below it. */
export function describeResult(result: WatchResult): string {
  const { path, status, reason, url, redirectedTo, fields = [], links } = result;
  const changes = result.changes ?? [];
  const named = fields.map((field) => fieldNames[field] ?? field).join('、');
  const facts = [reason, named === '' ? undefined : `涉及${named}`].filter((fact) => fact !== undefined);
  const lines = [
    ...[facts.length === 0 ? [] : facts.join('；')].flat(),
    redirectedTo === undefined ? url : `${url} → ${redirectedTo}`,
  ];
  const below = [
    ...changes.slice(0, mostChanges).map(describeChange),
    ...(changes.length > mostChanges ? [`……另有 ${changes.length - mostChanges} 处`] : []),
    ...(links?.gone ?? []).map((name) => `附件的链接没有了：${name}`),
    ...(links?.added ?? []).map((name) => `多了附件的链接：${name}`),
  ];
  return [[path, statusNames[status], ...lines].join('  '), ...below.map((line) => `    ${line}`)]
    .map((line) => `${toPrintable(line)}\n`)
    .join('');
}

/** A result as a line of JSON. */
export function serialiseResult(result: WatchResult): string {
  return `${toPrintableJson({ ...result, received: undefined })}\n`;
}

/** The count of all results. */
export function countResults(results: readonly Pick<WatchResult, 'status'>[]): string {
  const counts = Object.entries(statusNames).flatMap(([status, name]) => {
    const count = results.filter((result) => result.status === status).length;
    return count === 0 ? [] : [`${name} ${count} 件`];
  });
  return `核对了 ${results.length} 件：${counts.join('，')}。\n`;
}

/** The place of a change and its text as wdiff writes it: `[-gone-]`, `{+new+}`. */
function describeChange(change: TextChange): string {
  const pieces = changedCharacters(change);
  return `第 ${change.line} 行  ${pieces.map((piece, index) => markPiece(piece, index === 0, index === pieces.length - 1)).join('')}`;
}

function markPiece({ kind, text }: ChangedText, isFirst: boolean, isLast: boolean): string {
  if (kind === 'gone') return `[-${cut(text)}-]`;
  if (kind === 'new') return `{+${cut(text)}+}`;
  const characters = Array.from(text);
  const head = isFirst ? 0 : context;
  const tail = isLast ? 0 : context;
  if (characters.length <= head + tail + 1) return text;
  return `${characters.slice(0, head).join('')}…${characters.slice(characters.length - tail).join('')}`;
}

function cut(text: string): string {
  const characters = Array.from(text);
  return characters.length <= longest
    ? text
    : `${characters.slice(0, longest).join('')}……（共 ${characters.length} 字）`;
}
