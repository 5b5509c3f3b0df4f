import { attribute, isElement, parentOf, type Element } from './document.ts';
import { declarationsOf } from './declarations.ts';

const unseen = new Set(
  'script style noscript template head title meta link base iframe frameset object embed applet svg math canvas audio video map area select option optgroup datalist textarea button input progress meter rp rt'.split(
    ' ',
  ),
);

/** Properties that can hide an element. */
const hiding = /display|visibility|opacity|font-size|left|top|indent/i;
/** So far outside its place that no visitor sees it, in any unit. */
const outside = /^-\d{3,}/;

/**
 * Whether an element is not visible text: scripts, form controls, and what its style hides, its own or that of the page's
 * style sheets (see `applyStyleSheets`).
 */
export function isHidden(element: Element): boolean {
  if (unseen.has(element.tagName)) return true;
  if (element.attrs.length === 0) return false;
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return style !== undefined && hiding.test(style) && hides(declarationsOf(style), element);
}

function hides(style: ReadonlyMap<string, string>, element: Element): boolean {
  if (style.get('display') === 'none' || /^(?:hidden|collapse)$/.test(style.get('visibility') ?? ''))
    return true;
  if (Number(style.get('opacity') ?? '1') === 0) return true;
  if (outside.test(style.get('text-indent') ?? '')) return true;
  const isMoved = /^(?:absolute|fixed|relative)$/.test(style.get('position') ?? '');
  if (isMoved && [style.get('left'), style.get('top')].some((side) => outside.test(side ?? ''))) return true;
  // What is inside may have a size of its own.
  return /^0(?:[a-z]+|%)?$/.test(style.get('font-size') ?? '') && !element.childNodes.some(isElement);
}

const white = /^(?:white|#fff|#ffffff|rgba?\(\s*255\s*,\s*255\s*,\s*255\b.*|transparent)$/;

/** Whether an element's own style makes its text white, or too small to be read, on a page that is white there. */
export function isFaint(element: Element): boolean {
  const style = attribute(element, 'style');
  if (style === undefined || !/color|font-size/i.test(style)) return false;
  const own = declarationsOf(style);
  if (/^(?:0?\.\d+|[12])(?:px|pt)$/.test(own.get('font-size') ?? '')) return true;
  return white.test(own.get('color') ?? '') && !hasBackground(element);
}

function hasBackground(element: Element): boolean {
  for (let one: Element | undefined = element; one; one = above(one)) {
    if (attribute(one, 'bgcolor') !== undefined || attribute(one, 'background') !== undefined) return true;
    const style = attribute(one, 'style');
    if (style !== undefined && /background/i.test(style)) return true;
  }
  return false;
}

function above(element: Element): Element | undefined {
  const parent = parentOf(element);
  return parent && isElement(parent) ? parent : undefined;
}
