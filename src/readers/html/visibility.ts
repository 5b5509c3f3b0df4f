import { attribute, type Element } from './document.ts';

const unseen = new Set(
  'script style noscript template head title meta link base iframe frameset object embed applet svg math canvas audio video map area select option optgroup datalist textarea button input progress meter rp rt'.split(
    ' ',
  ),
);

/**
 * Whether an element is not visible text: scripts, form controls, and what its own attributes hide. Style
 * sheets are not evaluated.
 */
export function isHidden(element: Element): boolean {
  if (unseen.has(element.tagName)) return true;
  if (element.attrs.length === 0) return false;
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style');
  return (
    style !== undefined &&
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))/i.test(style)
  );
}
