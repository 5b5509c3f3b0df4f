import { toSimplified } from '../normalise/simplified-chinese.ts';

const foreign = /[,;:!?()０-９]/u;
/** Characters by which a text in traditional script is known: one of them is in nearly every sentence. */
const traditional = /[將會後與對們這個擬計爭預繼續還為於進開設實關業動應請時過]/u;
/** How much of a text, in characters, shows its script. */
const enough = 200;
const fullWidth = new Map(
  Object.entries({ ',': '，', ';': '；', ':': '：', '!': '！', '?': '？', '(': '（', ')': '）' }),
);

/**
 * Folds a text for recognition: simplified script, full-width punctuation, ASCII digits. The result has the same
 * length in UTF-16 code units, so that a place in one is the same place in the other.
 */
export function foldForSentences(text: string): string {
  const folded = foreign.test(text)
    ? text
        .replace(/[,;:!?()](?!\d)|(?<!\d)[,;:!?()]/g, (mark) => fullWidth.get(mark) ?? mark)
        .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    : text;
  return traditional.test(folded.slice(0, enough))
    ? folded.replace(/[\u4e00-\u9fff]/gu, toSameLength)
    : folded;
}

function toSameLength(character: string): string {
  const simplified = toSimplified(character);
  return simplified.length === character.length ? simplified : character;
}

/** Quotation marks and brackets by their opening one; what is between them is not the letter's own statement. */
const closings = new Map([
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['〈', '〉'],
  ['（', '）'],
  ['【', '】'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
]);

/** A longer quotation is taken for a mark that was never closed. */
const longestQuotation = 300;

/** Replaces a character inside quotation marks or brackets. */
const masked = '○';

/** Replaces what is quoted or in brackets, the outer marks and ordinals such as （一） apart, by `○`; the length stays. */
export function maskQuotations(text: string): string {
  let result = '';
  let at = 0;
  for (const { index, 0: opening } of text.matchAll(/[“‘《〈（【「『"]/gu)) {
    if (index < at) continue;
    const inner = text.slice(index + 1, index + 2 + longestQuotation);
    const length = inner.indexOf(closings.get(opening) ?? '');
    if (length <= 0 || /^[一二三四五六七八九十\d]{1,3}$/u.test(inner.slice(0, length))) continue;
    result += text.slice(at, index + 1) + masked.repeat(length);
    at = index + 1 + length;
    // The closing mark of straight quotation marks is no opening one.
    if (opening === '"') {
      result += opening;
      at += 1;
    }
  }
  return result + text.slice(at);
}
