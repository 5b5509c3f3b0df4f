import { findLetterParts } from './letter-parts.ts';
import type { RenderedPage } from './rendered-page.ts';
import { simpleBlocks } from './simple-blocks.ts';

/** A part of a body between empty lines, rendered. */
interface Piece {
  isParagraph: boolean;
  text: string;
  html: (part: string) => string;
}

/**
 * Renders a body that has nothing but headings, paragraphs of one line and framed tables, as nearly all have,
 * without parsing Markdown, which takes most of the time of a build.
 *
 * @param renderTable Renders a table alone.
 * @returns undefined for a body that may have anything else.
 */
export function renderSimplePage(
  body: string,
  renderTable: (markdown: string) => string,
): RenderedPage | undefined {
  const stretches = body.split(/\n{2,}/).map((stretch) => stretch.replace(/^\n|\n$/g, ''));
  const filled = stretches.filter((stretch) => stretch !== '');
  if (filled.some((stretch) => stretch.includes('\n') && !stretch.startsWith('|'))) return undefined;
  const blocks = simpleBlocks(body);
  if (blocks === undefined) return undefined;
  const texts = blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph').values();
  const headings: RenderedPage['headings'] = [];
  let tables = 0;
  const pieces: Piece[] = [];
  for (const stretch of filled) {
    if (stretch.startsWith('|')) {
      tables += 1;
      const html = renderTable(stretch).replaceAll(' id="t1-', ` id="t${tables}-`);
      pieces.push({ isParagraph: false, text: '', html: () => html });
      continue;
    }
    const { value: block } = texts.next();
    if (block === undefined) return undefined;
    const { kind, id, text, depth = 0 } = block;
    // What is read is on one line and trimmed, what is shown is not.
    if (stretch !== (kind === 'heading' ? `${'#'.repeat(depth)} ${text}` : text)) return undefined;
    if (kind === 'heading') {
      headings.push({ depth, slug: id, text });
      pieces.push({ isParagraph: false, text, html: () => `<h${depth} id="${id}">${text}</h${depth}>` });
    } else pieces.push({ isParagraph: true, text, html: (part) => `<p id="${id}"${part}>${text}</p>` });
  }
  if (texts.next().done !== true) return undefined;
  const parts = findLetterParts(pieces);
  const html = pieces.map((piece, at) => {
    const part = parts.get(at);
    return piece.html(part === undefined ? '' : ` class="${part}"`);
  });
  return { html: html.join('\n'), headings };
}
