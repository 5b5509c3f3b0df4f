/**
 * Characters that a reader does not see, but that change the order in which text is shown, part words that
 * look whole, or drive a terminal: controls, direction marks, zero-width characters, tags and noncharacters.
 *
 * Allowed: tab and line ends; a single variation selector, which selects the form of a rare Han character
 * (UTS #37); ZWJ and ZWNJ where a script or an emoji needs them (as in RFC 5892, appendix A).
 */
const hidden = new RegExp(
  [
    String.raw`[\p{Cc}--[\t\n\r]]|\r(?!\n)`,
    String.raw`[\u2028\u2029\uFFF9-\uFFFB\p{Cs}\p{Noncharacter_Code_Point}]`,
    String.raw`[\p{Default_Ignorable_Code_Point}--[\p{Variation_Selector}\u180E\u200C\u200D]]`,
    String.raw`(?<=\p{Variation_Selector})\p{Variation_Selector}`,
    String.raw`(?<!\p{Extended_Pictographic}[\uFE0F\p{Emoji_Modifier}]?|${joining()})[\u200C\u200D]`,
  ].join('|'),
  'gv',
);

/** A letter or mark of a script whose characters join, such as Arabic, Mongolian or Devanagari. */
function joining(): string {
  const apart = ['Han', 'Latin', 'Bopomofo', 'Hiragana', 'Katakana', 'Hangul', 'Yi', 'Greek', 'Cyrillic'];
  const others = apart.map((name) => String.raw`\p{Script=${name}}`).join('');
  return String.raw`[[\p{L}\p{M}]--[${others}\p{Variation_Selector}]]`;
}

/** A hidden character and its offset, in UTF-16 code units. */
export interface HiddenCharacter {
  index: number;
  character: string;
}

/** The hidden characters of a text, in order. */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  return [...text.matchAll(hidden)].map(({ index, 0: character }) => ({ index, character }));
}

/** Describes a hidden character in Chinese, by its kind and code point: 书写方向标记 U+202E. */
export function describeHidden(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return `${kindOf(character)} U+${code}`;
}

function kindOf(character: string): string {
  if (/\p{Cc}/u.test(character)) return '控制字符';
  if (/[\u2028\u2029]/u.test(character)) return '特殊换行符';
  if (/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(character)) return '书写方向标记';
  return /[\p{Cs}\p{Noncharacter_Code_Point}]/v.test(character) ? '无效字符' : '看不见的字符';
}
