import type { Inline } from '../block.ts';
import type { MessageCode } from '../../record/message-codes.ts';
import { attribute, elementsOf, type Element } from './document.ts';
import { fileName } from './file-reference.ts';
import { formulaText } from './formula.ts';
import { textIn } from './formatted-text.ts';
import { faintText, rubyText } from '../hidden-text.ts';

/** A hidden link with fewer Han characters is an advertisement, not a text. */
const fewestLinked = 8;

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
  const entered = enteredText(element);
  if (entered !== undefined)
    return entered === ''
      ? []
      : [
          warning(
            'form-fields',
            `网页里有填写项（${entered.slice(0, 40)}），没有读取。如属于答复，请补入正文。`,
          ),
        ];
  if (element.tagName === 'rt')
    return /\S/u.test(textIn(element)) ? [warning('ruby', rubyText(textIn(element)))] : [];
  const isText = /^(?:div|p|span|section|font|b|strong|em|i|u|td|th|tr|li|ul|ol|table|h[1-6])$/.test(
    element.tagName,
  );
  const hidden = isText ? textIn(element).replace(/\s+/gu, '') : '';
  const han = hidden.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (!/[\p{L}\p{N}]/u.test(hidden) || (han < fewestLinked && isLinked(element))) return [];
  const shown = hidden.length > 20 ? `${hidden.slice(0, 20)}……` : hidden;
  return [warning('hidden-text', `正文里有隐藏的文字“${shown}”，没有收入。如属于答复，请补入正文。`)];
}

/** Whether all text in an element is in links, as that of advertisements is. */
function isLinked(element: Element): boolean {
  const links = [...elementsOf(element)].filter(({ tagName }) => tagName === 'a').map(textIn);
  return links.length > 0 && links.join('').length >= textIn(element).trim().length;
}

/** What a visitor entered or chose in a form control; undefined for what is none. */
function enteredText(element: Element): string | undefined {
  const { tagName } = element;
  const type = attribute(element, 'type')?.toLowerCase() ?? 'text';
  if (tagName === 'textarea') return textIn(element).trim();
  if (tagName === 'select') {
    const options = [...elementsOf(element)].filter((one) => one.tagName === 'option');
    const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
    return chosen ? textIn(chosen).trim() : '';
  }
  if (tagName !== 'input') return undefined;
  if (type === 'checkbox' || type === 'radio')
    return attribute(element, 'checked') === undefined ? '未勾选的方框' : '已勾选的方框';
  return /^(?:text|number|date|tel|email|url)$/.test(type) ? (attribute(element, 'value')?.trim() ?? '') : '';
}

/** The message about a page that is shown inside the body. */
export function unreadFrame(element: Element, source: string): Inline[] {
  const reference = attribute(element, source)?.trim() ?? '';
  const inside = attribute(element, 'srcdoc') === undefined ? fileName(reference).slice(0, 40) : '';
  if (reference === '' && attribute(element, 'srcdoc') === undefined) return [];
  const named = inside === '' ? '' : `（${inside}）`;
  return [
    warning('unread-part', `正文里嵌有另一个网页${named}，其中的文字没有收入。请核对，属于答复的补入正文。`),
  ];
}

/** The message about text that is kept although no visitor of the page sees it. */
export function faintInlines(element: Element): Inline[] {
  const text = textIn(element).replace(/\s+/gu, ' ').trim();
  return text === '' ? [] : [warning('faint-text', faintText(text))];
}

function warning(rule: MessageCode, text: string): Inline {
  return { type: 'message', message: { level: 'warning', rule, text } };
}
