import { writeCounter } from '../counter-style.ts';
import { attribute, isElement, type Element } from './document.ts';

const styles: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  decimal: 'decimal',
  'decimal-leading-zero': 'decimalZero',
  'lower-alpha': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'lower-latin': 'lowerLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'cjk-decimal': 'ideographDigital',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
};
const withComma = /^(?:cjk-|simp-|trad-)/;

/**
 * The numbers that a browser shows before the items of an `<ol>` (`1. `, `一、`), by item. Empty where the
 * list's own attributes remove them.
 */
export function numberListItems(list: Element): Map<Element, string> {
  const items = list.childNodes.filter((node) => isElement(node) && node.tagName === 'li') as Element[];
  const reversed = attribute(list, 'reversed') !== undefined;
  let count = integer(attribute(list, 'start')) ?? (reversed ? items.length : 1);
  return new Map(
    items.map((item) => {
      count = integer(attribute(item, 'value')) ?? count;
      const number = label(count, styleOf(item) ?? styleOf(list) ?? 'decimal');
      count += reversed ? -1 : 1;
      return [item, number];
    }),
  );
}

function label(count: number, style: string): string {
  const number = writeCounter(count, styles[style] ?? style);
  if (number === undefined) return '';
  return withComma.test(style) ? `${number}、` : `${number}. `;
}

function styleOf(element: Element): string | undefined {
  const value = /list-style(?:-type)?\s*:([^;]*)/i.exec(attribute(element, 'style') ?? '')?.[1];
  const word = value?.trim().split(/\s+/).at(-1) ?? '';
  const css = /^[\w-]+$/.test(word) ? word : undefined;
  const type = attribute(element, 'type')?.trim();
  return css?.toLowerCase() ?? (type !== undefined && type in styles ? type : undefined);
}

function integer(value: string | undefined): number | undefined {
  return value !== undefined && /^\s*-?\d{1,6}\s*$/.test(value) ? Number(value) : undefined;
}
