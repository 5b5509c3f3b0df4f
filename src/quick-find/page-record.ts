import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import type { QuickFindRecord } from './record.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Before all letters that match alike: there are few such pages, and one who types a title of theirs means them. */
const latest = '9999';

/**
 * The quick find's record of a page about the archive. The page says on `<main>` what it is found by:
 * `data-quick-find="text"` by its title, headings and text, `"title"` by its title alone.
 *
 * @param path Path of the page below the edition's root.
 * @returns Nothing for a page that declares neither.
 */
export function pageRecord(path: string, html: string): QuickFindRecord | undefined {
  // Parsing takes long: most pages are letters, and of most others the title is enough.
  const [, said] = /<main\b[^>]*\sdata-quick-find="(text|title)"/u.exec(html) ?? [];
  if (said === undefined) return undefined;
  const needed = said === 'title' ? html.slice(0, html.indexOf('</h1>')) : html;
  const main = findElement(parse(needed), (element) => element.tagName === 'main');
  const extent = main?.attrs.find(({ name }) => name === 'data-quick-find')?.value;
  const heading = main && findElement(main, ({ tagName }) => tagName === 'h1');
  if (!main || !heading || (extent !== 'text' && extent !== 'title')) return undefined;
  const title = textOf(heading);
  return {
    path,
    texts: extent === 'title' ? [title] : [title, textOf(main, heading)],
    meta: { title, type: '本站页面' },
    filters: { kind: ['本站页面'] },
    date: latest,
  };
}

function findElement(
  parent: DefaultTreeAdapterTypes.ParentNode,
  fits: (element: Element) => boolean,
): Element | undefined {
  for (const node of parent.childNodes) {
    if (!('tagName' in node)) continue;
    const found = fits(node) ? node : findElement(node, fits);
    if (found) return found;
  }
  return undefined;
}

/** Elements whose text nobody reads, or which lead to other pages. */
const skipped = new Set(['script', 'style', 'template', 'nav', 'svg', 'noscript', 'button']);

/** The text of an element without that of `omitted`, on one line. */
function textOf(element: Element, omitted?: Element): string {
  const read = (node: Node): string => {
    if ('value' in node) return node.value;
    if (!('tagName' in node) || node === omitted || skipped.has(node.tagName)) return ' ';
    const inner = node.childNodes.map(read).join('');
    return inline.has(node.tagName) ? inner : ` ${inner} `;
  };
  return read(element).replace(/\s+/gu, ' ').trim();
}

const inline = new Set([
  'a',
  'abbr',
  'b',
  'bdi',
  'code',
  'em',
  'i',
  'kbd',
  'mark',
  'small',
  'span',
  'strong',
  'time',
  'wbr',
]);
