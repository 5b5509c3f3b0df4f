import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';
import type { Finding } from './finding.ts';
import { readYaml } from './yaml-source.ts';

/** A letter's file with all that the rules look at. */
export interface LetterFile {
  /** Path below the content folder's `replies/`, with `/`. */
  name: string;
  /** `<year>/<id>` */
  id: string;
  /** The path that findings name. */
  path: string;
  /** The whole file. */
  source: string;
  /** The frontmatter, when it satisfies the schema. */
  frontmatter?: Frontmatter;
  /** The Markdown after the frontmatter. */
  body: string;
  /** Whatever the frontmatter's YAML says. */
  data: unknown;
  /** Place of a frontmatter value (of its key where the value is missing). */
  locate: (keys: readonly PropertyKey[]) => { line: number; column: number };
  /** What is wrong with the file's form: no frontmatter, YAML errors. */
  findings: Finding[];
}

/**
 * Reads one letter's file: splits it, parses the YAML with places, validates nothing but the form.
 *
 * @param content The content folder.
 * @param name Path below `replies/`, such as `2019/cppcc-12-2-283.md`.
 */
export async function readLetterFile(content: string, name: string): Promise<LetterFile> {
  const file = join(content, 'replies', name);
  const path = displayPath(file);
  const id = name.replace(/\.md$/, '');
  const bytes = await readFile(file);
  const source = bytes.toString('utf8');
  const letter: LetterFile = {
    name,
    id,
    path,
    source,
    body: source,
    data: undefined,
    locate: top,
    findings: [],
  };
  if (!bytes.equals(Buffer.from(source))) {
    letter.findings.push(problem(path, 1, 1, 'encoding', '文件不是 UTF-8 编码。请另存为 UTF-8 后再提交。'));
    return letter;
  }
  const match = /^---\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(source);
  if (match?.index !== 0) {
    letter.findings.push(
      problem(path, 1, 1, 'frontmatter', '文件开头没有由两行 --- 围起的文件头。请按编辑指南补上。'),
    );
    return letter;
  }
  letter.body = source.slice(match[0].length);
  // The YAML starts on the file's second line.
  const { data, locate, errors } = readYaml(match[1] ?? '', 2);
  letter.locate = locate;
  letter.data = data;
  letter.findings.push(...errors.map(({ line, column, text }) => problem(path, line, column, 'yaml', text)));
  if (letter.findings.length > 0) return letter;
  const parsed = frontmatterSchema.safeParse(data);
  if (parsed.success) letter.frontmatter = parsed.data;
  return letter;
}

/** A path as a user would type it: relative when it is below the working folder. */
export function displayPath(file: string): string {
  const near = relative(process.cwd(), file);
  return (near.startsWith('..') ? file : near).split(sep).join('/');
}

function top(): { line: number; column: number } {
  return { line: 1, column: 1 };
}

function problem(path: string, line: number, column: number, rule: string, text: string): Finding {
  return { path, line, column, level: 'error', rule, text };
}
