import type { Inline } from '../block.ts';
import type { MessageCode } from '../../record/message-codes.ts';
import { elementsOf, type Element } from './document.ts';
import { formulaText } from './formula.ts';
import { textIn } from './formatted-text.ts';

/** Hidden text with fewer Han characters is a control of the page. */
const fewest = 8;

/**
 * What the body of a page does not show as text: a formula is written on one line, text in a drawing and hidden text
 * are told.
 *
 * @returns The text to publish and messages, in order.
 */
export function unseenInlines(element: Element): Inline[] {
  if (element.tagName === 'math')
    return [warning('equation', '网页里有公式，已写成一行文字。请对照原件核对。'), formulaText(element)];
  if (element.tagName === 'svg') {
    const drawn = [...elementsOf(element)].some(({ tagName }) => tagName === 'text');
    return drawn
      ? [warning('unread-drawing', '网页里有矢量图，其中的文字没有收入。请核对，必要时补入正文。')]
      : [];
  }
  const isControl =
    element.tagName !== 'div' &&
    !/^(?:p|span|section|font|b|strong|td|tr|li|ul|table)$/.test(element.tagName);
  const hidden = isControl ? '' : textIn(element).replace(/\s+/gu, '');
  const han = hidden.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han < fewest
    ? []
    : [
        warning(
          'hidden-text',
          `正文里有隐藏的文字“${hidden.slice(0, 20)}……”，没有收入。如属于答复，请补入正文。`,
        ),
      ];
}

function warning(rule: MessageCode, text: string): Inline {
  return { type: 'message', message: { level: 'warning', rule, text } };
}
