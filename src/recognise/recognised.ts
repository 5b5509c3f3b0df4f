import { levelOf, type MessageCode, type MessageLevel } from '../record/message-codes.ts';
import type { Message } from '../record/record.ts';
import type { TextRange } from '../normalise/folded-text.ts';

/** Why a range of the decoded text is not published. */
export type DropReason =
  | 'label'
  | 'no-field'
  | 'repeated'
  | 'layout'
  | 'site-chrome'
  | 'page-number'
  | 'page-note'
  | 'private'
  | 'uncertain'
  | 'attachment'
  // A reader may have reasons of its own format.
  | (string & {});

/** A range of the decoded text that is not published. */
export interface DroppedRange extends TextRange {
  why: DropReason;
}

/** A message about an offset in the decoded text, in UTF-16 code units. */
export interface OffsetMessage extends Omit<Message, 'line' | 'column'> {
  at: number;
}

/** What a step leaves out of the published letter and what it reports to the editor, both in order. */
export interface Account {
  dropped: readonly DroppedRange[];
  messages: readonly OffsetMessage[];
}

/** The result of a step. A step changes nothing that it is given: its caller combines the results. */
export interface Recognised<T> extends Account {
  value: T;
}

/** A value with everything that the steps before it dropped and reported, in the order of the steps. */
export function recognised<T>(value: T, steps: readonly Account[] = []): Recognised<T> {
  return { value, ...combineAccounts(steps) };
}

/** The values of several steps as one list. */
export function combine<T>(steps: readonly Recognised<T>[]): Recognised<T[]> {
  return recognised(
    steps.map(({ value }) => value),
    steps,
  );
}

/** Everything that several steps dropped and reported, in their order. */
export function combineAccounts(steps: readonly Account[]): Account {
  return {
    dropped: steps.flatMap(({ dropped }) => dropped),
    messages: steps.flatMap(({ messages }) => messages),
  };
}

/** Drops ranges for one reason; empty ranges are ignored. */
export function drop(why: DropReason, ...ranges: readonly TextRange[]): Account {
  const dropped = ranges.filter(({ at, end }) => end > at).map(({ at, end }) => ({ at, end, why }));
  return { dropped, messages: [] };
}

/** Reports something about an offset in the decoded text, in Chinese, at the usual level of its code. */
export function report(
  code: MessageCode,
  at: number,
  text: string,
  level: MessageLevel = levelOf(code),
): Account {
  return { dropped: [], messages: [{ level, rule: code, at, text }] };
}
