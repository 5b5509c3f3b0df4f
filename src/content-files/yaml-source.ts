import { LineCounter, parseDocument, type Document } from 'yaml';
import type { Position } from '../reply/position.ts';
import { findYamlExcess } from './yaml-bounds.ts';

/** YAML with the place of every value. */
export interface YamlSource {
  data: unknown;
  /** Place of the value at these keys; of the nearest parent that is there when it is missing. */
  locate: (keys: readonly PropertyKey[]) => Position;
  /** What is no YAML. */
  errors: (Position & { text: string })[];
}

/** The parser's errors that editors make, in Chinese (https://eemeli.org/yaml/#errors). */
const reasons: Record<string, string> = {
  DUPLICATE_KEY: '同一个字段写了两次，请删去一个',
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
 * @param firstLine Line of the file on which the text starts.
 */
export function readYaml(text: string, firstLine = 1): YamlSource {
  const lines = new LineCounter();
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const excess = findYamlExcess(text);
  if (excess) {
    for (let at = 0; at !== -1; at = text.indexOf('\n', at) + 1 || -1) lines.addNewLine(at);
    const start = place(0);
    return {
      data: undefined,
      locate: () => start,
      errors: [{ ...place(excess.offset), text: said(excess.text) }],
    };
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
    resolveKnownTags: false,
  });
  const problems = [...document.errors, ...document.warnings];
  return {
    // Repeated keys are errors.
    data: problems.length === 0 ? (document.toJS() as unknown) : undefined,
    locate: (keys) => place(offsetOf(document, keys)),
    errors: problems.map(({ code, pos }) => ({
      ...place(pos[0]),
      text: said(reasons[code] ?? '写法有误，含冒号、引号等符号的值请用引号括起'),
    })),
  };
}

function said(reason: string): string {
  return `不是正确的 YAML：${reason}。`;
}

function offsetOf(document: Document.Parsed, keys: readonly PropertyKey[]): number {
  for (let length = keys.length; length > 0; length -= 1) {
    const node = document.getIn(keys.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range))
      return Number(node.range[0]);
  }
  return 0;
}
