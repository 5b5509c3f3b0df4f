import type { Decisions } from '../decisions.ts';
import type { ReceivedFiles } from '../desk-package.ts';
import type { DeskView } from '../desk-view.ts';

/** What the page asks of its worker: to convert a letter as decided. */
export interface DeskRequest {
  number: number;
  /** Absent when it is the letter of the request before. */
  received?: ReceivedFiles;
  decisions: Decisions;
}

/** What the worker answers. */
export interface DeskAnswer {
  number: number;
  /** Absent when the file holds no letter. */
  view?: DeskView;
  /** The package to save, and the letter's id; absent while something is missing. */
  saved?: { id: string; zip: Uint8Array<ArrayBuffer> };
  /** Why there is no letter, or why it cannot be saved yet, in Chinese. */
  refusal?: string;
}
