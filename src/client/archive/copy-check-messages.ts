import type { CopyReport } from './check-chosen-copy.ts';
import type { Chosen } from './chosen-copy.ts';

/** Message to the worker that checks a copy: once. */
export interface ToCopyCheck {
  chosen: Chosen;
  /** Text of this edition's manifest. */
  manifest: string;
}

/** Messages from it. */
export type FromCopyCheck =
  | { kind: 'progress'; share: number; files: number }
  | { kind: 'report'; report: CopyReport }
  /** In Chinese why nothing was checked. */
  | { kind: 'refusal'; message: string };
