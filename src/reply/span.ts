/** A part of a text: what a grammar found, and where, in UTF-16 code units. */
export interface Span {
  index: number;
  length: number;
  text: string;
}

/** The span of a named group of `match` (which needs the `d` flag), moved right by `offset`. */
export function groupSpan(match: RegExpExecArray, group: string, offset = 0): Span | undefined {
  const range = match.indices?.groups?.[group];
  const text = match.groups?.[group];
  return range && text !== undefined && text !== ''
    ? { index: range[0] + offset, length: text.length, text }
    : undefined;
}
