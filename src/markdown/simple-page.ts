import type { Block } from './block.ts';
import { findLetterParts } from './letter-parts.ts';
import type { RenderedPage } from './rendered-body.ts';
import { simpleBlocks } from './simple-blocks.ts';
import { writeSimpleTable } from './simple-table.ts';

/** A part of a body between empty lines, rendered. */
interface Piece {
  isParagraph: boolean;
  text: string;
  /** @param attributes Those of a part of the letter, with a space before them. */
  html: (attributes: string) => string;
}

/**
 * Renders a body that has nothing but headings, paragraphs of one line and framed tables, as nearly all have,
 * without parsing Markdown, which takes most of the time of a build.
 *
 * @returns undefined for a body that may have anything else.
 */
export function renderSimplePage(body: string): RenderedPage | undefined {
  const stretches = body
    .split(/\n{2,}/)
    .map((stretch) => stretch.replace(/^\n|\n$/g, ''))
    .filter((stretch) => stretch !== '');
  if (stretches.some((stretch) => stretch.includes('\n') && !stretch.startsWith('|'))) return undefined;
  const blocks = simpleBlocks(body);
  if (blocks === undefined) return undefined;
  const headings: RenderedPage['headings'] = [];
  const pieces: Piece[] = [];
  let next = 0;
  for (const stretch of stretches) {
    const block = blocks[next];
    const end = endOfStretch(blocks, next);
    if (block === undefined) return undefined;
    const piece = writeStretch(stretch, block, blocks.slice(next, end));
    if (piece === undefined) return undefined;
    if (block.kind === 'heading')
      headings.push({ depth: block.depth ?? 0, slug: block.id, text: block.text });
    pieces.push(piece);
    next = end;
  }
  if (next !== blocks.length) return undefined;
  const parts = findLetterParts(pieces);
  const html = pieces.map((piece, at) => {
    const part = parts.get(at);
    return piece.html(part === undefined ? '' : ` class="${part}"`);
  });
  return { html: html.join('\n'), headings };
}

/** The blocks of a table belong to one stretch; any other block is one by itself. */
function endOfStretch(blocks: readonly Block[], from: number): number {
  let end = from + 1;
  if (blocks[from]?.kind !== 'table') return end;
  while (blocks[end]?.kind === 'row' || blocks[end]?.kind === 'cell') end += 1;
  return end;
}

/** What is read is on one line and trimmed, what is shown is not: where they differ, the body is not simple. */
function writeStretch(stretch: string, block: Block, blocks: readonly Block[]): Piece | undefined {
  const { kind, id, text, depth = 0 } = block;
  if (kind === 'table') {
    const html = writeSimpleTable(stretch, blocks);
    return html === undefined ? undefined : { isParagraph: false, text: '', html: () => html };
  }
  if (kind === 'paragraph' && stretch === text)
    return { isParagraph: true, text, html: (attributes) => `<p id="${id}"${attributes}>${text}</p>` };
  if (kind === 'heading' && stretch === `${'#'.repeat(depth)} ${text}`)
    return { isParagraph: false, text, html: () => `<h${depth} id="${id}">${text}</h${depth}>` };
  return undefined;
}
