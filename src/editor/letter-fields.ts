import { cutFrontmatter } from '../content-files/frontmatter-block.ts';
import { readYaml } from '../content-files/yaml-source.ts';
import { replaceFields, type FieldTree } from './replaced-fields.ts';

/** The key under which the editor has the body. */
export const bodyKey = 'body';
/** The key under which it carries the file's text, which it does not show. */
const textKey = '_text';

/** A file in the editor: its fields, its body and its text. */
export type EditedFile = Record<string, unknown>;

/**
 * Reads a Markdown file for the editor.
 *
 * @throws Error in Chinese when it has no frontmatter that can be read.
 */
export function readForEditor(text: string): EditedFile {
  const { data, body } = open(text);
  return { ...data, [bodyKey]: body.trim(), [textKey]: text };
}

/**
 * Writes what was edited into the file's text. Only the values that differ are written: comments, order, quotes and
 * fields that the editor does not show stay as they are, and so does the white space around the body.
 *
 * @param edited What {@link readForEditor} returned, with other values.
 * @param shown The fields that the editor shows, in their order. Others are not looked at.
 * @throws Error in Chinese when a value cannot be written without changing another.
 */
export function writeFromEditor(edited: EditedFile, shown: FieldTree): string {
  const text = textAt(edited, textKey);
  const { block, data, body } = open(text);
  const head = replaceFields(text.slice(0, block.end), block, { before: data, after: edited, shown });
  const typed = textAt(edited, bodyKey).trim();
  if (typed === body.trim()) return head + body;
  const [before = ''] = /^\s*/.exec(body) ?? [];
  const [after = ''] = /\s*$/.exec(body.slice(before.length)) ?? [];
  return `${head}${before === '' ? '\n' : before}${typed}${after === '' ? '\n' : after}`;
}

function textAt(edited: EditedFile, key: string): string {
  const text = edited[key];
  return typeof text === 'string' ? text : '';
}

function open(text: string) {
  const block = cutFrontmatter(text);
  if (!block) throw new Error('找不到文件头。请用文本编辑器打开改正。');
  const { data, errors } = readYaml(block.yaml, { line: 2, offset: block.start });
  const [error] = errors;
  if (error) throw new Error(`文件头第 ${error.line} 行：${error.text}请用文本编辑器打开改正。`);
  return { block, data: (data ?? {}) as Record<string, unknown>, body: text.slice(block.end) };
}
