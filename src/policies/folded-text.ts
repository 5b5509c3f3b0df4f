import { pinyinTail } from '../normalise/folded-text.ts';
import { toSimplified } from '../normalise/simplified-chinese.ts';

/** Brackets and marks that are written in several ways, one code unit for one. */
const variants = new Map(
  [
    ['«≪⟪', '《'],
    ['»≫⟫', '》'],
    ['<＜⟨', '〈'],
    ['>＞⟩', '〉'],
    ['[［【﹝', '〔'],
    [']］】﹞', '〕'],
    ['(', '（'],
    [')', '）'],
    ['「『〝', '“'],
    ['」』〞', '”'],
    ['–—－‐‑―～~', '-'],
    [':', '：'],
    [',', '，'],
    [';', '；'],
    ['\u00a0\u3000', ' '],
  ].flatMap(([from = '', to = '']) => Array.from(from, (character): [string, string] => [character, to])),
);

/** The folded form of each code unit; made when the first text is folded. */
let table: Uint16Array | undefined;

function makeTable(): Uint16Array {
  const folded = Uint16Array.from({ length: 0x10000 }, (_, code) => code);
  // Full-width letters and digits, and characters of traditional script.
  for (let code = 0xff10; code <= 0xff5a; code += 1) folded[code] = code - 0xfee0;
  for (let code = 0x3400; code <= 0x9fff; code += 1) {
    const simplified = toSimplified(String.fromCharCode(code));
    if (simplified.length === 1) folded[code] = simplified.charCodeAt(0);
  }
  for (const [from, to] of variants) folded[from.charCodeAt(0)] = to.charCodeAt(0);
  return folded;
}

/**
 * Folds a text for recognition, code unit for code unit, so that a place in one is the same place in the other:
 * simplified script, half-width letters and digits, one form of each bracket, spaces for the readings that a mirrored
 * page adds to characters (關(guān)于).
 */
export function foldForTitles(text: string): string {
  table ??= makeTable();
  let folded = '';
  let from = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const other = table[code] ?? code;
    if (other === code) continue;
    folded += text.slice(from, at) + String.fromCharCode(other);
    from = at + 1;
  }
  return withoutReadings(folded + text.slice(from));
}

function withoutReadings(folded: string): string {
  return /（[a-zà-ǜ]/u.test(folded) ? folded.replace(pinyinTail, (tail) => ' '.repeat(tail.length)) : folded;
}
