import type { Position } from '../reply/position.ts';
import type { RuleCode } from './rule-codes.ts';

/** A replacement of a part of a file; `at` and `length` count UTF-16 code units of the whole file. */
export interface TextEdit {
  at: number;
  length: number;
  text: string;
}

/** One problem in the content, at its place. Lines and columns count from 1. */
export interface Finding extends Position {
  /** Path of the file as the user knows it: relative to the working folder where it is below it. */
  path: string;
  level: 'error' | 'warning';
  /** Stable code of the rule. */
  rule: RuleCode;
  /** In Chinese, what is wrong and what to do. */
  text: string;
  /** What `dafu check --fix` does about it; absent where only an editor can decide. In order, not overlapping. */
  fix?: readonly TextEdit[];
}

/** The start of a file: the place of findings about the whole file. */
export const fileStart: Position = { line: 1, column: 1 };

/** Makes an error. */
export function errorAt(
  path: string,
  { line, column }: Position,
  rule: RuleCode,
  text: string,
  fix?: readonly TextEdit[],
): Finding {
  return { path, line, column, level: 'error', rule, text, ...(fix && { fix }) };
}

/** Makes a warning. */
export function warningAt(...finding: Parameters<typeof errorAt>): Finding {
  return { ...errorAt(...finding), level: 'warning' };
}

/** Orders findings by file, then by place. */
export function byPlace(a: Finding, b: Finding): number {
  if (a.path !== b.path) return a.path < b.path ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
