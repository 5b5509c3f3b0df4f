import { stringify } from 'yaml';
import type { cutFrontmatter } from '../content-files/frontmatter-block.ts';
import type { TextEdit } from '../content-files/finding.ts';
import { readYaml, type YamlSource } from '../content-files/yaml-source.ts';
import { isMap, sameValue, withoutEmpty } from './field-values.ts';

/** Fields by name, in their order; those of a field that has fields itself. */
export type FieldTree = ReadonlyMap<string, FieldTree | undefined>;

type FrontmatterBlock = NonNullable<ReturnType<typeof cutFrontmatter>>;

interface Change {
  before: Record<string, unknown>;
  after: Record<string, unknown>;
  shown: FieldTree;
}

/**
 * Replaces in a frontmatter the values that differ.
 *
 * @param text The file up to the end of its frontmatter.
 * @throws Error in Chinese when a value cannot be written without changing another.
 */
export function replaceFields(text: string, block: FrontmatterBlock, change: Change): string {
  const yaml = readYaml(block.yaml, { line: 2, offset: block.start });
  const edits = editsOf({ text, yaml, start: block.start }, [], change).sort((a, b) => a.at - b.at);
  const written = edits.reduceRight(
    (result, { at, length, text: replacement }) =>
      result.slice(0, at) + replacement + result.slice(at + length),
    text,
  );
  refuseOtherChanges(written, change);
  return written;
}

interface Place {
  text: string;
  yaml: YamlSource;
  /** Where the first field may begin. */
  start: number;
}

function editsOf(place: Place, path: readonly string[], { before, after, shown }: Change): TextEdit[] {
  const edits: TextEdit[] = [];
  let previous: string | undefined;
  for (const [name, fields] of shown) {
    const [old, value] = [before[name], withoutEmpty(after[name])];
    const isThere = Object.hasOwn(before, name);
    if (!sameValue(old, value)) {
      const keys = [...path, name];
      if (!isThere) edits.push(insertion(place, path, previous, { [name]: value }));
      else if (value === undefined) edits.push({ ...linesOf(place, keys), text: '' });
      else if (isMap(old) && isMap(value) && fields && isBlock(place, keys, old))
        edits.push(...editsOf(place, keys, { before: old, after: value, shown: fields }));
      else edits.push(replacement(place, keys, old, value));
    }
    if (isThere) previous = name;
  }
  return edits;
}

/** A value on one line is replaced there, so that a comment after it stays; any other with the lines of its field. */
function replacement(place: Place, keys: readonly string[], old: unknown, value: unknown): TextEdit {
  const span = place.yaml.span(keys);
  const isLine = span && span.length > 0 && !place.text.slice(span.at, span.at + span.length).includes('\n');
  if (isLine && typeof old !== 'object' && typeof value !== 'object')
    return { at: span.at, length: span.length, text: scalar(value, place.text[span.at]) };
  const lines = linesOf(place, keys);
  return { ...lines, text: written({ [keys.at(-1) ?? '']: value }, indentAt(place, keys)) };
}

/** A value as YAML writes it, in the quotes that were there. */
function scalar(value: unknown, quote: string | undefined): string {
  const type = quote === '"' ? 'QUOTE_DOUBLE' : quote === "'" ? 'QUOTE_SINGLE' : 'PLAIN';
  return stringify(value, {
    lineWidth: 0,
    ...(typeof value === 'string' && { defaultStringType: type }),
  }).trimEnd();
}

function insertion(
  place: Place,
  path: readonly string[],
  previous: string | undefined,
  field: Record<string, unknown>,
): TextEdit {
  const [parent] = path;
  if (previous !== undefined) {
    const { at, length } = linesOf(place, [...path, previous]);
    return { at: at + length, length: 0, text: written(field, indentAt(place, [...path, previous])) };
  }
  if (parent === undefined) return { at: place.start, length: 0, text: written(field, '') };
  const first = place.yaml.span(path)?.at ?? 0;
  const at = place.text.lastIndexOf('\n', first - 1) + 1;
  return { at, length: 0, text: written(field, place.text.slice(at, first)) };
}

function written(field: Record<string, unknown>, indent: string): string {
  return stringify(field, { lineWidth: 0 }).replace(/^(?=.)/gm, indent);
}

/** The lines of a field, from that of its key to that on which its value ends. */
function linesOf({ text, yaml }: Place, keys: readonly string[]): { at: number; length: number } {
  const key = yaml.keySpan(keys)?.at ?? 0;
  const value = yaml.span(keys);
  const end = value ? value.at + value.length : key;
  const at = text.lastIndexOf('\n', key - 1) + 1;
  // The end of a block is behind its last line break.
  const last = text.slice(0, Math.max(end, key)).trimEnd().length;
  return { at, length: text.indexOf('\n', last) + 1 - at };
}

function indentAt({ text, yaml }: Place, keys: readonly string[]): string {
  const key = yaml.keySpan(keys)?.at ?? 0;
  return text.slice(text.lastIndexOf('\n', key - 1) + 1, key);
}

/** Whether each field of a map is at the beginning of a line of its own, not in braces. */
function isBlock(place: Place, keys: readonly string[], map: Record<string, unknown>): boolean {
  return Object.keys(map).every((name) => indentAt(place, [...keys, name]).trim() === '');
}

/** What was written says what was meant, and nothing else has changed. */
function refuseOtherChanges(text: string, { before, after, shown }: Change): void {
  const block = text.slice(text.indexOf('\n') + 1).replace(/---\r?\n?$/, '');
  const { data, errors } = readYaml(block);
  const found = (data ?? {}) as Record<string, unknown>;
  const names = new Set([...Object.keys(before), ...Object.keys(found), ...shown.keys()]);
  for (const name of names) {
    const meant = shown.has(name) ? withoutEmpty(after[name]) : before[name];
    if (errors.length > 0 || !sameValue(found[name], meant))
      throw new Error(`${name} 写不进文件头而不影响别处。请用文本编辑器改。`);
  }
}
