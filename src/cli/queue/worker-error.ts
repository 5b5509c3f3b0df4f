import type { FailureCode } from '../../record/message-codes.ts';

/** A file that no worker could read; the message says in Chinese why and what to do. */
export class WorkerError extends Error {
  readonly code = 'worker-failed' satisfies FailureCode;
}
