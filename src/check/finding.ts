/** One problem in the content, at its place. Lines and columns count from 1. */
export interface Finding {
  /** Path of the file as the user knows it: relative to the working folder where it is below it. */
  path: string;
  line: number;
  column: number;
  level: 'error' | 'warning';
  /** Stable code of the rule. */
  rule: string;
  /** In Chinese: what is wrong and what to do. */
  text: string;
}

/** Orders findings by file, then by place. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
