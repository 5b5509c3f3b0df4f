import { CST, Lexer } from 'yaml';

/** Something that YAML may not contain here, and its offset. */
export interface YamlExcess {
  offset: number;
  text: string;
}

const longest = 256 * 1024;
const deepest = 20;
/** The parser compares every key with all before it. */
const mostValues = 5000;

/** What the content's YAML has no use for: other readers understand it in other ways, or need endless memory. */
const refused: Record<string, string> = {
  anchor: '不能用锚点（&）。以 & 开头的值请用引号括起',
  alias: '不能用别名（*）。以 * 开头的值请用引号括起',
  tag: '不能用标签（!）。以 ! 开头的值请用引号括起',
  'directive-line': '不能用指令（%）。以 % 开头的值请用引号括起',
};

/**
 * Looks through YAML before it is parsed, in time and memory linear in its length: the parser recurses once
 * for every level, and aliases multiply.
 */
export function findYamlExcess(text: string): YamlExcess | undefined {
  if (text.length > longest) return { offset: 0, text: `超过 ${longest / 1024} KB` };
  let offset = 0;
  let open = 0;
  let inLine = 0;
  let values = 0;
  let plain = false;
  for (const token of new Lexer().lex(text)) {
    // The text of a plain or block scalar follows a mark and may look like any other token.
    const type: CST.TokenType | null = plain ? null : CST.tokenType(token);
    plain = type === 'scalar';
    const why = refused[String(type)];
    if (why !== undefined) return { offset, text: why };
    if (type === 'newline') inLine = 0;
    // Blocks that are set one below the other deepen by a column at least, which the length bounds.
    if (type === 'seq-item-ind' || type === 'explicit-key-ind') inLine += 1;
    if (type === 'flow-map-start' || type === 'flow-seq-start') open += 1;
    if (type === 'flow-map-end' || type === 'flow-seq-end') open -= 1;
    if (open + inLine > deepest) return { offset, text: `嵌套超过 ${deepest} 层` };
    if (type === 'map-value-ind' && (values += 1) > mostValues)
      return { offset, text: `字段超过 ${mostValues} 个` };
    if (type === null || !marks.has(type)) offset += token.length;
  }
  return undefined;
}

/** Tokens that the lexer adds; they take no room in the text. */
const marks = new Set<CST.TokenType>(['doc-mode', 'flow-error-end', 'scalar', 'byte-order-mark']);
