import type { OffsetMessage } from '../recognise/recognised.ts';
import type { Message } from '../record/record.ts';
import { positionsIn } from '../reply/position.ts';

/**
 * The messages of a record in order of the text, messages about one place in the order of the steps that
 * reported them.
 *
 * @param read The reader's messages, which already have a line and a column.
 * @param reported The messages of the later steps.
 */
export function placeMessages(
  decoded: string,
  read: readonly Message[],
  reported: readonly OffsetMessage[],
): Message[] {
  const positionOf = positionsIn(decoded);
  const placed = reported.map(({ level, rule, at, ...rest }) => ({
    level,
    rule,
    ...positionOf(at),
    ...rest,
  }));
  return [...read, ...placed].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** The offsets of a reader's messages in the decoded text. */
export function messageOffsets(decoded: string, messages: readonly Message[]): number[] {
  const starts = lineStarts(decoded);
  return messages.map(({ line, column }) => (starts[line - 1] ?? 0) + column - 1);
}

/** The offset at which each line of a text begins. */
export function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/gu)].map(({ index }) => index + 1)];
}
