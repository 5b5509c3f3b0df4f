/** Longer texts, or longer lines, are no letters; in UTF-16 code units. A bound on time and memory. */
export const textLimits = { text: 300_000, line: 30_000 };
