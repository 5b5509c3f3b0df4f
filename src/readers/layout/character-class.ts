const wide =
  /[\p{Script=Han}\u2E80-\u2FDF\u3000-\u303F\u3040-\u30FF\uFE30-\uFE4F\uFF00-\uFFEF\u2014\u2018-\u201D\u2026]/u;
const closing = /[，。、；：？！）】〕》〉”’」』％%,.;:?!)\]}…]/u;
const opening = /[（【〔《〈“‘「『([{]/u;

/** Whether a character is Han, a Chinese punctuation mark or another character as wide as its em. */
export function isWide(character: string): boolean {
  return wide.test(character);
}

/** Whether a line of Chinese text may not begin with the character (避头, GB/T 15834). */
export function isClosing(character: string): boolean {
  return closing.test(character);
}

/** Whether a line of Chinese text may not end with the character (避尾, GB/T 15834). */
export function isOpening(character: string): boolean {
  return opening.test(character);
}

/**
 * What stands between two lines of one paragraph: nothing beside Chinese, nothing inside a number, an
 * address or a hyphened word, a space between other words.
 */
export function joinerBetween(before: string, after: string): '' | ' ' {
  const [last, first] = [before.at(-1) ?? '', after.at(0) ?? ''];
  if (isWide(last) || isWide(first) || last === '-') return '';
  if (/\d/.test(last) && /[\d.,%]/.test(first)) return '';
  return /(?:https?:\/\/|www\.)[^\s\p{Script=Han}]*$/u.test(before) ? '' : ' ';
}

/**
 * A text with Kangxi radicals (U+2F00–2FD5, what browsers write for 一, 二, 月… in a PDF) as the characters
 * they look like: for comparing only, the reader's text keeps what the file says.
 */
export function foldRadicals(text: string): string {
  return text.replaceAll(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize('NFKC'));
}
