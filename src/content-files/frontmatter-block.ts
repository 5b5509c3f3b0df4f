/** A text file cut into its frontmatter and what follows. */
export interface FrontmatterBlock {
  /** The YAML between the two lines of hyphens; it begins on the file's second line. */
  yaml: string;
  /** Offset of the YAML, in UTF-16 code units. */
  start: number;
  /** Offset after the closing line, in UTF-16 code units. */
  end: number;
}

/**
 * Cuts off the frontmatter: a first line that is exactly `---`, and all up to the next line that is exactly
 * `---`. A line ends with LF or CRLF and nothing else, as for Git, editors and the checks: a pattern with the
 * `m` flag would also end it at U+2028, U+2029 and a lone CR.
 *
 * @returns undefined where there is none.
 */
export function cutFrontmatter(source: string): FrontmatterBlock | undefined {
  const open = /^---\r?\n/.exec(source);
  if (!open) return undefined;
  const from = open[0].length;
  for (let start = from; start < source.length;) {
    const end = source.indexOf('\n', start);
    const line = source.slice(start, end === -1 ? undefined : end).replace(/\r$/, '');
    if (line === '---')
      return { yaml: source.slice(from, start), start: from, end: end === -1 ? source.length : end + 1 };
    if (end === -1) return undefined;
    start = end + 1;
  }
  return undefined;
}
