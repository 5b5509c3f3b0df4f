import type { TextEdit } from './finding.ts';

/** A slip of the hand in YAML, where the parser would only say that something does not fit. */
export interface YamlSlip {
  /** Offset in the YAML, in UTF-16 code units. */
  offset: number;
  text: string;
  fix?: readonly TextEdit[];
}

/** A slip within one line: what is wrong, and the text that replaces the named group `slip`. */
interface LineSlip {
  pattern: RegExp;
  text: string;
  replacement?: (slip: string) => string;
  /** The parser refuses it in any case, so where it accepts a file this is no slip. */
  refused?: true;
}

const lineSlips: readonly LineSlip[] = [
  {
    pattern: /^(?<slip> *\t[ \t]*)(?=[^ \t])/du,
    text: '缩进用了制表符，请改用空格',
    replacement: (slip) => slip.replaceAll('\t', '  '),
    refused: true,
  },
  {
    pattern: /^ *(?:- +)?[A-Za-z][A-Za-z0-9]* *(?<slip>：\s*)/du,
    text: '冒号是全角的，请改成半角冒号，后面空一格',
    replacement: () => ': ',
  },
  {
    pattern: /^ *(?:- +)?[A-Za-z][A-Za-z0-9]*:(?<slip>)(?=[^\s:/])/du,
    text: '冒号后面要空一格',
    replacement: () => ' ',
  },
  {
    pattern: /^ *(?<slip>[—–－─・•·*]\s*)(?=\S)/du,
    text: '列表的每一项以半角连字符 - 开头，后面空一格',
    replacement: () => '- ',
  },
  { pattern: /^ *-(?<slip>)(?=[^\s-])/du, text: '列表的 - 后面要空一格', replacement: () => ' ' },
  {
    pattern: /^ *(?:- +)?[A-Za-z][A-Za-z0-9]*: +(?<slip>"(?:[^"\\]|\\.)*|'[^']*)$/du,
    text: '引号没有收尾',
    refused: true,
  },
  {
    pattern: /^ *(?:- +)?[A-Za-z][A-Za-z0-9]*: +(?<slip>\[[^\]]*)$/du,
    text: '方括号没有收尾',
    refused: true,
  },
  {
    pattern: /^ *(?:- +)?[A-Za-z][A-Za-z0-9]*: +(?<slip>\[[^\]]*\] *[^\s#]|\{[^}]*(?:$|\} *[^\s#]))/du,
    text: '值以方括号或花括号开头，请用引号括起整个值',
    refused: true,
  },
];

/**
 * Finds slips in YAML that cannot be read or does not fit its schema: what a hurried person types. Valid YAML
 * may look the same inside a text of several lines, so this only explains a failure.
 *
 * @param accepted The parser accepted it.
 * @returns For each kind of slip its first place, with the fix for all.
 */
export function yamlSlips(yaml: string, accepted: boolean): YamlSlip[] {
  const found = new Map<string, YamlSlip & { fix: TextEdit[]; count: number }>();
  let offset = 0;
  for (const line of yaml.split('\n')) {
    const slip = slipIn(line.replace(/\r$/, ''), accepted);
    if (slip) {
      const at = offset + slip.at;
      const known = found.get(slip.text) ?? { offset: at, text: slip.text, fix: [], count: 0 };
      known.count += 1;
      if (slip.replacement !== undefined) known.fix.push({ at, length: slip.length, text: slip.replacement });
      found.set(slip.text, known);
    }
    offset += line.length + 1;
  }
  return [...found.values()].map(({ offset: at, text, fix, count }) => ({
    offset: at,
    text: count > 1 ? `${text}（共 ${count} 行）` : text,
    ...(fix.length > 0 && { fix }),
  }));
}

interface FoundSlip {
  at: number;
  length: number;
  text: string;
  replacement: string | undefined;
}

function slipIn(line: string, accepted: boolean): FoundSlip | undefined {
  for (const { pattern, text, replacement, refused } of lineSlips) {
    if (accepted && refused) continue;
    const match = pattern.exec(line);
    const slip = match?.groups?.slip;
    const [at = 0] = match?.indices?.groups?.slip ?? [];
    if (slip !== undefined) return { at, length: slip.length, text, replacement: replacement?.(slip) };
  }
  return undefined;
}

/**
 * Finds the first line whose indentation fits none above it: the parser complains of a line before it.
 * Only for YAML in which nothing else was found.
 */
export function misalignment(yaml: string): YamlSlip | undefined {
  const open = [0];
  let mayDeepen = false;
  let offset = 0;
  for (const line of yaml.split('\n')) {
    const [indent = ''] = /^ */.exec(line) ?? [];
    const content = line.slice(indent.length).trimEnd();
    if (content !== '' && !content.startsWith('#')) {
      while ((open.at(-1) ?? 0) > indent.length) open.pop();
      if ((open.at(-1) ?? 0) < indent.length) {
        if (!mayDeepen)
          return { offset: offset + indent.length, text: '缩进没有对齐，请与上面同一层的字段左端对齐' };
        open.push(indent.length);
      }
      const item = /^- +/.exec(content);
      if (item) open.push(indent.length + item[0].length);
      // What follows a text of several lines is not looked at: its lines may be indented as they like.
      if (/(?:^|\s)[|>][+-]?\d?$/.test(content)) return undefined;
      mayDeepen = content.endsWith(':') || content === '-';
    }
    offset += line.length + 1;
  }
  return undefined;
}
