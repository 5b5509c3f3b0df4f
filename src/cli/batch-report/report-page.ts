import { toPrintable } from '../../check/printable-text.ts';
import { formatByteSize } from '../../data/wording/byte-size.ts';
import { fieldNames } from '../../reply/field-names.ts';
import type { BatchReport, ReportedFile } from './report-form.ts';
import { reportStyle } from './report-style.ts';

const states: Record<ReportedFile['status'], string> = {
  written: '已写入',
  draft: '写成草稿',
  unchanged: '没有变化',
  failed: '没有转换',
};

const levels: Record<ReportedFile['confirm'][number]['level'], string> = {
  error: '错误',
  warning: '请核对',
  suggestion: '建议',
  info: '说明',
};

/** Files with doubts that are open from the start: so many can be read in one go. */
const openFiles = 20;

/** The pictures that the page contains, by their path in the content folder. */
type Pictures = ReadonlyMap<string, Uint8Array>;

/** Writes the report as a page that needs nothing else, no script either: what came from strangers is text. */
export function writeBatchPage(
  { program, on, counts, files }: BatchReport,
  pictures: Pictures = new Map(),
): string {
  const failed = files.filter(({ status }) => status === 'failed');
  const others = files.filter(({ status }) => status !== 'failed');
  const doubtful = others.filter(({ doubt }) => doubt > 0);
  const rest = others.filter(({ doubt }) => doubt === 0);
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>转换报告 · ${counts.files} 个文件</title>
<style>${reportStyle}</style>
</head>
<body>
<main>
<h1>转换报告</h1>
<p>${on}，dafu ${escape(program)}。最可疑的排在前面；全部内容也在旁边的 report.json 里。</p>
${writeCounts(counts)}
${section('failed', `没有转换的（${failed.length}）`, failed.map(writeFailed).join('\n'))}
${section('doubtful', `要核对的（${doubtful.length}）`, doubtful.map((file, index) => writeFile(file, index < openFiles, pictures)).join('\n'))}
${section('rest', `没有疑问的（${rest.length}）`, rest.map((file) => writeFile(file, false, pictures)).join('\n'))}
</main>
</body>
</html>
`;
}

function writeCounts(counts: BatchReport['counts']): string {
  const rows: [string, number][] = [
    ['文件', counts.files],
    ['写入', counts.written],
    ['写成草稿', counts.drafts],
    ['没有变化', counts.unchanged],
    ['没有转换', counts.failed],
    ['中途停止，没有轮到', counts.left],
  ];
  const shown = rows.filter(([label, count]) => count > 0 || label === '文件');
  return table(
    '件数',
    [],
    shown.map(([label, count]) => [label, String(count)]),
  );
}

function section(id: string, heading: string, content: string): string {
  return content === ''
    ? ''
    : `<section aria-labelledby="${id}">\n<h2 id="${id}">${heading}</h2>\n${content}\n</section>`;
}

function writeFailed({ file, error }: ReportedFile): string {
  return `<article>
<h3><bdi>${escape(file)}</bdi></h3>
<p>${escape(error?.text ?? '')}<span class="code">（${escape(error?.code ?? '')}）</span></p>
</article>`;
}

function writeFile(one: ReportedFile, isOpen: boolean, pictures: Pictures): string {
  const { file, status, letter, confirm, missing, fields } = one;
  const count = confirm.length + missing.length + fields.filter(({ sure }) => !sure).length;
  const state = `${states[status]}${count > 0 ? `，要核对 ${count} 处` : ''}`;
  return `<details${isOpen ? ' open' : ''}>
<summary><h3><bdi>${escape(file)}</bdi></h3> <span class="state">${state}</span></summary>
<p>${letter === undefined ? '' : `答复：<bdi>${escape(letter)}</bdi>`}</p>
${writeConfirm(one)}
${writeDoubts(one, pictures)}
${writeFields(one)}
${writeEdits(one)}
${writeOmitted(one)}
${writeAttachments(one)}
</details>`;
}

function writeConfirm({ missing, fields, confirm, notes }: ReportedFile): string {
  const rows = [
    ...missing.map(({ name, field, searched }) => ['缺', `${name}（${field}）：${searched}`]),
    ...fields
      .filter(({ sure }) => !sure)
      .map(({ name, value, from, line }) => ['请核对', `第 ${line} 行 ${name}：${value}（${from}）`]),
    ...[...confirm, ...notes].map(({ level, line, column, text, rule }) => [
      levels[level],
      `第 ${line} 行第 ${column} 列 ${text}（${rule}）`,
    ]),
  ];
  return table('要核对的', ['程度', '内容'], rows);
}

function writeDoubts({ doubts }: ReportedFile, pictures: Pictures): string {
  const rows = doubts.map(({ line, page, text, rival, picture }) => [
    `第 ${line} 行（原件第 ${page} 页）`,
    text,
    rival === undefined ? '' : rival === '' ? '没有读出字' : rival,
    { picture, png: pictures.get(picture) },
  ]);
  return table('识别把握不大的字', ['位置', '读作', '另一个引擎读作', '原件的图像'], rows);
}

function writeFields({ fields, absent }: ReportedFile): string {
  const rows = fields.map(({ name, value, from, line, sure }) => [
    name,
    value,
    `${from}，第 ${line} 行${sure ? '' : '，请核对'}`,
  ]);
  const names = absent.map((field) => fieldNames[field] ?? field).join('、');
  return `${table('识别的字段', ['字段', '值', '出处'], rows)}${names === '' ? '' : `\n<p class="quiet">没有识别出：${escape(names)}。</p>`}`;
}

function writeEdits({ edits }: ReportedFile): string {
  const rows = edits.map(({ label, rule, count, examples }) => [
    `${label}（${rule}）`,
    `${count} 处`,
    examples
      .map(({ line, before, after }) => `第 ${line} 行 [${visible(before)}→${visible(after)}]`)
      .join('；'),
  ]);
  return table('改动', ['规则', '处数', '例子'], rows);
}

function writeOmitted({ omitted }: ReportedFile): string {
  const rows = omitted.map(({ label, count, examples }) => [
    label,
    `${count} 处`,
    examples.map(({ line, text }) => `第 ${line} 行 ${visible(text)}`).join('；'),
  ]);
  return table('没有收入的文字', ['原因', '处数', '例子'], rows);
}

function writeAttachments({ attachments }: ReportedFile): string {
  const rows = attachments.map(({ name, bytes }) => [name, formatByteSize(bytes)]);
  return table('随原件保存、一并公开的文件', ['文件', '大小'], rows);
}

/** A picture in a cell, or where it is. */
interface PictureCell {
  picture: string;
  png: Uint8Array | undefined;
}

function writeCell(cell: string | PictureCell): string {
  if (typeof cell === 'string') return escape(cell);
  if (!cell.png) return `<bdi>${escape(cell.picture)}</bdi>`;
  return `<img alt="此处的图像" height="40" src="data:image/png;base64,${Buffer.from(cell.png).toString('base64')}">`;
}

/** A table whose rows have headings; nothing where there are no rows. */
function table(
  caption: string,
  heads: readonly string[],
  rows: readonly (readonly (string | PictureCell)[])[],
): string {
  if (rows.length === 0) return '';
  const head = heads.map((one) => `<th scope="col">${one}</th>`).join('');
  const body = rows.map(
    ([first = '', ...cells]) =>
      `<tr><th scope="row">${writeCell(first)}</th>${cells.map((cell) => `<td>${writeCell(cell)}</td>`).join('')}</tr>`,
  );
  return `<table>
<caption>${caption}</caption>
${head === '' ? '' : `<thead><tr>${head}</tr></thead>\n`}<tbody>
${body.join('\n')}
</tbody>
</table>`;
}

function visible(text: string): string {
  return text
    .replaceAll('\n', '⏎')
    .replaceAll('\t', '⇥')
    .replace(/[ \u00A0\u3000]/gu, '␣');
}

/** Text as text, with what a reader cannot see made visible. */
function escape(text: string): string {
  return toPrintable(text).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
