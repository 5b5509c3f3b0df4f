/** The longest text and line of a letter, in UTF-16 code units. They bound time and memory. */
export const textLimits = { text: 300_000, line: 30_000 };
