import type { NormalisationRule } from '../rule.ts';

/**
 * Straight quotation marks become “” (GB/T 15834), only where the paragraph's are balanced: an even
 * number, none in the position of the other half, and no crossing with curly ones.
 */
export const quotationMarks: NormalisationRule = {
  rule: 'quotation-marks',
  tier: 2,
  label: '直引号改为弯引号',
  uses: ['prose', 'heading', 'title'],
  find: (text) => {
    const places = [...text.matchAll(/["＂]/gu)].map(({ index }) => index);
    if (places.length === 0 || places.length % 2 === 1 || !/\p{Script=Han}/u.test(text)) return [];
    const replacements = places.map((from, index) => ({
      from,
      to: from + 1,
      after: index % 2 === 0 ? '“' : '”',
    }));
    const fits = replacements.every(({ from, after }) =>
      after === '“'
        ? /[^\s，。、；：？！,;:?!》）)]/u.test(text.charAt(from + 1))
        : /[^\s，、；：,;:《（(]/u.test(text.charAt(from - 1)),
    );
    return fits && isPaired(text, places) ? replacements : [];
  },
};

/** Whether curly and straight marks together open and close in turn. */
function isPaired(text: string, straightMarks: readonly number[]): boolean {
  const places = new Set(straightMarks);
  let open = false;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    const straight = places.has(at);
    if (!straight && mark !== '“' && mark !== '”') continue;
    if (!straight && (mark === '“') === open) return false;
    open = !open;
  }
  return !open;
}
