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

/**
 * Folds a text for recognition, code unit for code unit, so that a place in one is the same place in the other:
 * simplified script, half-width letters and digits, one form of each bracket.
 */
export function foldText(text: string): string {
  let folded = '';
  for (let at = 0; at < text.length; at += 1) folded += foldCharacter(text.charAt(at));
  return folded;
}

function foldCharacter(character: string): string {
  const variant = variants.get(character);
  if (variant !== undefined) return variant;
  const code = character.charCodeAt(0);
  if (code >= 0xff10 && code <= 0xff5a) return String.fromCharCode(code - 0xfee0);
  if (code <= 0x7f) return character;
  const simplified = toSimplified(character);
  return simplified.length === 1 ? simplified : character;
}
