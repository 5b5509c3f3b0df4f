const wide =
  /[\p{Script=Han}\u2E80-\u2FDF\u3000-\u303F\u3040-\u30FF\uFE30-\uFE4F\uFF00-\uFFEF\u2014\u2018-\u201D\u2026]/u;
const closing = /[，。、；：？！）】〕》〉”’」』％%,.;:?!)\]}…]/u;
const opening = /[（【〔《〈“‘「『([{]/u;

/** Whether a character is one em wide: Han, Chinese punctuation, full-width forms. */
export function isWide(character: string): boolean {
  return wide.test(character);
}

/** Whether a line of Chinese text may not begin with a character (避头, GB/T 15834). */
export function mayNotBeginLine(character: string): boolean {
  return closing.test(character);
}

/** Whether a line of Chinese text may not end with a character (避尾, GB/T 15834). */
export function mayNotEndLine(character: string): boolean {
  return opening.test(character);
}
