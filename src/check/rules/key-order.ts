import { warningAt, type Finding, type TextEdit } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { cutFrontmatter } from '../../content-files/frontmatter-block.ts';
import { frontmatterSchema } from '../../reply/frontmatter.ts';

const order = Object.keys(frontmatterSchema.shape);

/** The fields of every letter are in one order, so that letters and their changes are easy to compare. */
export function keyOrder({ path, source, data, frontmatter, locateKey, keySpan }: LetterFile): Finding[] {
  if (frontmatter === undefined) return [];
  const keys = Object.keys(data as object);
  const sorted = keys.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  const wrong = keys.findIndex((key, index) => key !== sorted[index]);
  const [before = '', moved = ''] = [keys[wrong], sorted[wrong]];
  if (wrong === -1) return [];
  const fix = reorder(source, keys, sorted, (key) => keySpan([key])?.at ?? 0);
  const text = `${moved} 应写在 ${before} 之前：各件答复的字段次序一致，便于比较。`;
  return [warningAt(path, locateKey([moved]), 'key-order', text, fix)];
}

/** Moves the lines of each field, with the comments above it. */
function reorder(
  source: string,
  keys: readonly string[],
  sorted: readonly string[],
  offsetOf: (key: string) => number,
): TextEdit[] | undefined {
  const block = cutFrontmatter(source);
  if (!block) return undefined;
  const starts = keys.map((key) => startOfLines(source, block.start, offsetOf(key)));
  const [from = block.start] = starts;
  const end = block.start + block.yaml.length;
  const parts = new Map(
    keys.map((key, index) => [key, source.slice(starts[index], starts[index + 1] ?? end)]),
  );
  // A field in braces or after another on its line cannot be moved by lines.
  if (new Set(starts).size < keys.length || parts.values().some((part) => !part.endsWith('\n')))
    return undefined;
  return [{ at: from, length: end - from, text: sorted.map((key) => parts.get(key) ?? '').join('') }];
}

/** Where the line at an offset begins, or the comments right above it. */
function startOfLines(source: string, from: number, offset: number): number {
  let start = source.lastIndexOf('\n', offset - 1) + 1;
  while (start > from) {
    const above = source.lastIndexOf('\n', start - 2) + 1;
    if (above < from || !source.startsWith('#', above)) break;
    start = above;
  }
  return start;
}
