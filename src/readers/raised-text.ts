import type { Inline } from './block.ts';

/** How text is set off its line: above it (上标) or below it (下标). */
export type Script = 'super' | 'sub';

/** Half-points from which text is set off its line by hand; less only adjusts it. */
const setOff = 4;

/** How text is set off that is moved up or, if negative, down by half-points (Word's 位置). */
export function scriptByPosition(halfPoints: number): Script | undefined {
  if (Math.abs(halfPoints) < setOff) return undefined;
  return halfPoints > 0 ? 'super' : 'sub';
}

/** Unicode's superscripts and subscripts (U+00B2 ff., U+2070 ff.). */
const signs: Readonly<Record<Script, ReadonlyMap<string, string>>> = {
  super: pairs('0123456789+-−=()ni', '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ'),
  sub: pairs('0123456789+-−=()aeoxhklmnpst', '₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ'),
};

function pairs(plain: string, set: string): ReadonlyMap<string, string> {
  const characters = Array.from(set);
  return new Map(Array.from(plain).map((character, index) => [character, characters[index] ?? character]));
}

/**
 * Raised or lowered text in Unicode's own signs, so that 10⁴ is not read as 104.
 *
 * @returns undefined where a character has no such sign.
 */
export function scriptText(text: string, script: Script): string | undefined {
  const written = Array.from(text, (character) =>
    character.trim() === '' ? character : signs[script].get(character),
  );
  return written.includes(undefined) ? undefined : written.join('');
}

/** Text that keeps apart from what is before it by itself: ①, [1], *, a Han character, an ordinal's letters. */
const apart = /^[^\p{L}\p{N}]|^[①-⓿❶-➓]|^\p{Script=Han}|^(?:st|nd|rd|th|TM|SM|[a-z])$/iu;

/** Raised or lowered text as it is published. What has no sign is kept as it is, and told where it could be misread. */
export function scriptInlines(text: string, script: Script): Inline[] {
  const written = scriptText(text, script);
  if (written !== undefined) return [written];
  if (apart.test(text.trim())) return [text];
  const name = script === 'super' ? '上标' : '下标';
  const told = `“${text.trim().slice(0, 40)}”在原件里是${name}，写成了普通文字。请对照原件核对。`;
  return [{ type: 'message', message: { level: 'warning', rule: 'flattened-script', text: told } }, text];
}
