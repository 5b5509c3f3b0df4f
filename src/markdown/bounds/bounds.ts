import { findContainerExcess } from './containers.ts';
import type { Excess } from './excess.ts';
import { findHtmlExcess } from './html.ts';
import { findInlineExcess } from './inline.ts';
import { linesOf, partsOf } from './lines.ts';
import { findLineExcess } from './line-counts.ts';
import { findReferenceExcess } from './references.ts';

/**
 * Finds what a Markdown body has too much of, before it is parsed: the parsers recurse once for every level,
 * and take time that grows with the square of some counts. Takes itself time and memory linear in the
 * body's length. The bounds are far above what letters need; the body is not understood, so a bound may count
 * what is only text.
 *
 * @returns At most one excess of each kind, in the order of their places.
 */
export function findExcess(body: string): Excess[] {
  const lines = linesOf(body);
  const parts = partsOf(lines);
  return [
    findContainerExcess(lines),
    findHtmlExcess(body),
    findLineExcess(parts),
    findInlineExcess(parts),
    findReferenceExcess(body, parts),
  ]
    .filter((excess) => excess !== undefined)
    .sort((a, b) => a.at - b.at);
}
