import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import type { Position } from '../reply/position.ts';
import type { TextEdit } from './finding.ts';
import { findYamlExcess } from './yaml-bounds.ts';
import { misalignment, yamlSlips, type YamlSlip } from './yaml-slips.ts';

/** A part of a file, in UTF-16 code units. */
export interface SourceSpan {
  at: number;
  length: number;
}

/** Something that is no YAML. */
interface YamlFault extends Position {
  text: string;
  fix?: readonly TextEdit[];
}

/** YAML with the place of every value. */
export interface YamlSource {
  data: unknown;
  /** Place of the value at these keys; of the nearest parent that is there when it is missing. */
  locate: (keys: readonly PropertyKey[]) => Position;
  /** Place of the last of these keys itself. */
  locateKey: (keys: readonly PropertyKey[]) => Position;
  /** The text of the value at these keys in the file. */
  span: (keys: readonly PropertyKey[]) => SourceSpan | undefined;
  /** The text of the last of these keys itself. */
  keySpan: (keys: readonly PropertyKey[]) => SourceSpan | undefined;
  /** What is no YAML. */
  errors: YamlFault[];
  /** What the author probably meant, where valid YAML does not fit its schema. */
  slips: () => YamlFault[];
}

/** The parser's errors that editors make, in Chinese (https://eemeli.org/yaml/#errors). */
const reasons: Record<string, string> = {
  MISSING_CHAR: '缺少收尾的引号或括号',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格',
  BAD_INDENT: '缩进没有对齐',
  MULTILINE_IMPLICIT_KEY: '冒号后的值换了行，请写在一行内或加引号',
  BLOCK_AS_IMPLICIT_KEY: '值里有冒号，请用引号括起整个值',
  BAD_SCALAR_START: '值以特殊符号开头，请用引号括起整个值',
  UNEXPECTED_TOKEN: '这里有多余的符号',
};

/**
 * Parses YAML that people write: the core schema of YAML 1.2, in which a day is text, without anchors,
 * aliases, tags and directives.
 *
 * @param from The line of the file on which the text starts, and its offset there.
 */
export function readYaml(text: string, from = { line: 1, offset: 0 }): YamlSource {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + from.line - 1, column: col };
  };
  const excess = findYamlExcess(text);
  if (excess) {
    for (let at = 0; at !== -1; at = text.indexOf('\n', at) + 1 || -1) lines.addNewLine(at);
    const start = place(0);
    return {
      data: undefined,
      locate: () => start,
      locateKey: () => start,
      span: () => undefined,
      keySpan: () => undefined,
      errors: [{ ...place(excess.offset), text: said(excess.text) }],
      slips: () => [],
    };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
  });
  const fault = ({ offset, text: reason, fix }: YamlSlip): YamlFault => ({
    ...place(offset),
    text: said(reason),
    ...(fix && { fix: fix.map((edit) => ({ ...edit, at: edit.at + from.offset })) }),
  });
  const slips = () => yamlSlips(text, true).map(fault);
  const problems = [...document.errors, ...document.warnings];
  const inFile = (range: readonly number[] | undefined): SourceSpan | undefined =>
    range && { at: (range[0] ?? 0) + from.offset, length: (range[1] ?? 0) - (range[0] ?? 0) };
  return {
    // Repeated keys are errors.
    data: problems.length === 0 ? (document.toJS() as unknown) : undefined,
    locate: (keys) => place(nearestRange(document, keys)[0] ?? 0),
    locateKey: (keys) => place((keyRange(document, keys) ?? nearestRange(document, keys))[0] ?? 0),
    span: (keys) => inFile(valueRange(document, keys)),
    keySpan: (keys) => inFile(keyRange(document, keys)),
    errors: problems.length === 0 ? [] : explain(text, problems).map(fault),
    slips,
  };
}

/**
 * Says of what the parser refuses what is to be mended: the slips that explain it, else its first error, as
 * those after it mostly follow from it. Each field that is there twice is named.
 */
function explain(text: string, problems: readonly YAMLError[]): YamlSlip[] {
  const [first] = [...problems].sort((a, b) => a.pos[0] - b.pos[0]);
  if (!first) return [];
  const repeated = problems.filter(({ code }) => code === 'DUPLICATE_KEY');
  if (repeated.length === problems.length)
    return repeated.map(({ pos: [offset] }) => {
      const name = /^[^:\n]*/.exec(text.slice(offset))?.[0].trim() ?? '';
      return { offset, text: `字段“${name}”写了两次，请删去一个` };
    });
  const slips = yamlSlips(text, false);
  if (slips.length > 0) return slips;
  const shifted = misalignment(text);
  if (shifted) return [shifted];
  const reason = reasons[first.code] ?? '含冒号、引号等符号的值，请用引号括起整个值';
  return [{ offset: first.pos[0], text: reason }];
}

function said(reason: string): string {
  return `写法有误：${reason}。`;
}

function valueRange(document: Document.Parsed, keys: readonly PropertyKey[]): readonly number[] | undefined {
  const node = document.getIn(keys, true);
  return isNode(node) ? (node.range ?? undefined) : undefined;
}

function keyRange(document: Document.Parsed, keys: readonly PropertyKey[]): readonly number[] | undefined {
  const parent = keys.length === 1 ? document.contents : document.getIn(keys.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(({ key }) => isScalar(key) && key.value === keys.at(-1));
  return isNode(pair?.key) ? (pair.key.range ?? undefined) : undefined;
}

function nearestRange(document: Document.Parsed, keys: readonly PropertyKey[]): readonly number[] {
  for (let length = keys.length; length > 0; length -= 1) {
    const range = valueRange(document, keys.slice(0, length));
    if (range) return range;
  }
  return [0];
}
