import { isLostCharacter } from '../../reply/damaged-text.ts';
import type { Replacement } from '../text-edits.ts';
import { pinyinTail } from '../folded-text.ts';
import { insideOf, quotationRanges } from './quotation.ts';
import type { NormalisationRule } from '../rule.ts';

const wide = new Map([
  [',', '，'],
  [';', '；'],
  [':', '：'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);
const han = /\p{Script=Han}/u;
const chinese = /[\p{Script=Han}，。、；：？！“”‘’《》（）〔〕—…〇]/u;

/**
 * Half-width `,;:?!()` beside Han characters become full-width (GB/T 15834); never in an address, a
 * decimal, a time or a ratio, which have no Han character beside the mark.
 *
 * A quotation keeps its form, unless the capture as a whole has lost its full-width
 * punctuation: then the width is the capture's and not the quoted text's.
 */
export const fullWidth: NormalisationRule = {
  rule: 'full-width',
  tier: 2,
  label: '半角标点改为全角',
  uses: ['prose', 'heading', 'title', 'names'],
  find: (text, _use, { flattened }) => {
    const tails = [...text.matchAll(pinyinTail)].map(({ index, 0: tail }) => ({
      at: index,
      end: index + tail.length,
    }));
    const isKept = insideOf([...tails, ...(flattened ? [] : quotationRanges(text))]);
    return [...marks(text), ...brackets(text, flattened)]
      .filter(({ from }) => !isKept(from))
      .sort((a, b) => a.from - b.from);
  },
};

/** Whether most of the punctuation beside Han characters is half-width. */
export function isFlattened(text: string): boolean {
  const half = text.match(/(?<=[\p{Script=Han}》”"])[,;:?!(]|\)(?=\p{Script=Han})/gu)?.length ?? 0;
  const full = text.match(/[，；：？！（）]/gu)?.length ?? 0;
  return half >= 3 && full * 10 <= half;
}

function marks(text: string): Replacement[] {
  return [...text.matchAll(/[,;:?!]/gu)].flatMap(({ index, 0: mark }) => {
    // A ? that replaces a lost character is no question mark.
    if (mark === '?' && han.test(text.charAt(index + 1)) && isLostCharacter(text, index)) return [];
    const before = text.charAt(index - 1);
    const after = text.charAt(index + 1);
    const beside = isChinese(before)
      ? after === '' || !/[\/\\]/u.test(after)
      : isChinese(after) && /[\dA-Za-z%‰)\]]/u.test(before) && !/^\d{1,2}$/.test(text.slice(0, index));
    return beside ? [{ from: index, to: index + 1, after: wide.get(mark) ?? mark }] : [];
  });
}

/** Pairs of half-width brackets with Han inside or beside; one half of a mixed pair follows the other. */
function brackets(text: string, flattened: boolean): Replacement[] {
  const open: number[] = [];
  const found: Replacement[] = [];
  let lastHan = -1;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (han.test(String.fromCodePoint(text.codePointAt(at) ?? 0))) lastHan = at;
    if (mark === '(' || mark === '（') open.push(at);
    if (mark !== ')' && mark !== '）') continue;
    const start = open.pop();
    if (start === undefined || (text.charAt(start) === '（' && mark === '）')) continue;
    const inside = text.slice(start + 1, at);
    const numeral = /^\d{1,2}$/.test(inside) && start === 0;
    const outside = isChinese(text.charAt(start - 1)) || (isChinese(text.charAt(at + 1)) && start === 0);
    const mixed = text.charAt(start) === '（' || mark === '）';
    if (!mixed && !(lastHan > start || (outside && (!numeral || flattened)))) continue;
    if (text.charAt(start) === '(') found.push({ from: start, to: start + 1, after: '（' });
    if (mark === ')') found.push({ from: at, to: at + 1, after: '）' });
  }
  return found;
}

function isChinese(character: string): boolean {
  return chinese.test(character) || character === '"';
}
