import { letterBlocks } from '../../markdown/blocks.ts';
import type { Finding } from '../../content-files/finding.ts';
import type { MarkdownFile } from '../../content-files/markdown-file.ts';

/** The file can be rendered. @throws what its Markdown makes the processor throw. */
export function rendering({ frontmatter, body }: MarkdownFile<unknown>): Finding[] {
  if (frontmatter !== undefined) letterBlocks(body);
  return [];
}
