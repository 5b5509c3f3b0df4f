import type { FailureCode } from '../../record/message-codes.ts';

/** A file whose process ended before its time; the message says in Chinese what to do. */
export class ProcessError extends Error {
  readonly code = 'process-ended' satisfies FailureCode;
}
