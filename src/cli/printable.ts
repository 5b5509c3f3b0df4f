/**
 * A text made safe for a terminal: control characters, marks of writing direction and zero-width characters
 * shown as `\u{9b}`. File names and letters come from strangers.
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\u00AD\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]|\p{Cs}/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** One line of JSON with no character that a terminal would act on. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}
