import type { Finding } from '../content-files/finding.ts';
import type { MarkdownFile } from '../content-files/markdown-file.ts';
import type { Block } from '../markdown/block.ts';
import { simpleBlocks } from '../markdown/simple-blocks.ts';
import { failureFinding } from './failure.ts';

/**
 * Renders a file as the build does. A file whose Markdown makes the processor throw is an error; one with errors of its
 * own has no blocks.
 */
export async function renderBlocks({
  path,
  frontmatter,
  body,
}: MarkdownFile<unknown>): Promise<{ blocks: Block[]; findings: Finding[] }> {
  if (frontmatter === undefined) return { blocks: [], findings: [] };
  try {
    const simple = simpleBlocks(body);
    if (simple) return { blocks: simple, findings: [] };
    // Loaded when needed: nearly all letters are simple, and a hook that checks one has no time to lose.
    const { parsedBlocks } = await import('../markdown/blocks.ts');
    return { blocks: parsedBlocks(body), findings: [] };
  } catch (error) {
    return { blocks: [], findings: [failureFinding(path, error)] };
  }
}
