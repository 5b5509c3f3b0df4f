/** How the items of a list are counted: 一、 （一） 1. （1） 第一， 一是 首先 ①. */
export type OrdinalStyle = 'numeral' | 'bracketed' | 'digit' | 'bracketed-digit' | 'circled' | 'first' | 'is';

/** The styles from outer to inner, as GB/T 9704 nests them; those in running text are the innermost. */
const order: readonly OrdinalStyle[] = [
  'numeral',
  'bracketed',
  'digit',
  'bracketed-digit',
  'circled',
  'first',
  'is',
];

const numeral = '[一二三四五六七八九十]{1,3}';
const forms: readonly [OrdinalStyle, RegExp][] = [
  ['is', new RegExp(`^${numeral}(?:是|要|則)(?!否)`, 'u')],
  ['numeral', new RegExp(`^${numeral}[、．.]`, 'u')],
  ['bracketed', new RegExp(`^（${numeral}）`, 'u')],
  ['bracketed-digit', /^（\d{1,2}）/u],
  ['digit', /^\d{1,2}(?:[、．]|\.(?!\d)|）)/u],
  ['circled', /^[\u2460-\u2473]/u],
  ['first', new RegExp(`^(?:第${numeral}[，、是：]|(?:首先|其次|再次|再者)[，是])`, 'u')],
];

/** The ordinal at the start of a folded text, if there is one. */
export function ordinalAt(text: string): { style: OrdinalStyle; length: number } | undefined {
  for (const [style, form] of forms) {
    const found = form.exec(text);
    if (found) return { style, length: found[0].length };
  }
  return undefined;
}

/** Whether a list counted by `inner` can be inside an item of one counted by `outer`. */
export function isNestedIn(inner: OrdinalStyle, outer: OrdinalStyle): boolean {
  return order.indexOf(inner) > order.indexOf(outer);
}

/** Where the first item of a list begins inside a sentence, behind its lead-in: 采取以下措施：|一是…. */
export function firstItemIn(text: string): number | undefined {
  const found =
    /[：，] {0,2}(?=一是(?!否)|一要|首先[，是]|第一[，、是]|（一）|（1）|1[、．]|1\.(?!\d)|\u2460)|： {0,2}(?=一、)/u.exec(
      text,
    );
  return found ? found.index + found[0].length : undefined;
}
