import type { Finding } from '../content-files/finding.ts';
import type { SaveRefusalCode } from './message-codes.ts';

/** Thrown when a letter is not written; the message says in Chinese why and what to do. */
export class SaveRefusal extends Error {
  /** A code of the messages, or the rule of the content check that the letter would break. */
  readonly code: string;
  constructor(reason: SaveRefusalCode | Finding, message: string) {
    super(message);
    this.code = typeof reason === 'string' ? reason : reason.rule;
  }
}
