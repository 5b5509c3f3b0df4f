import type { LinkChanges } from './comparison/document-links.ts';
import type { TextChange } from './comparison/text-changes.ts';

/** What became of the page that an original was taken from. */
export type WatchStatus =
  /** It has the letter as it was kept. */
  | 'unchanged'
  /** The text of the letter is another. */
  | 'changed'
  /** It has the letter, for good at another address. */
  | 'moved'
  /** Something else is at its address. */
  | 'replaced'
  /** It is gone, or no longer has the letter. */
  | 'vanished'
  /** `robots.txt` does not allow to ask for it. */
  | 'disallowed'
  /** It could not be had; another time it may. */
  | 'unreachable'
  /** It was received, but what it has cannot be compared with the original. */
  | 'incomparable';

/** How what was received differs from an original. */
export interface Verdict {
  status: WatchStatus;
  /** In Chinese: why it is so, a clause without a full stop. */
  reason?: string;
  /** Fields of the frontmatter whose values the page states otherwise, by their names in the schema. */
  fields?: string[];
  /** Differences of the text, in order. */
  changes?: TextChange[];
  /** Files of the letter to which the page no longer links, or now does. */
  links?: LinkChanges;
  /** Only what is around the letter differs. */
  pageChanged?: true;
  /** What is now in the place of the original. */
  received?: Uint8Array;
}

/** What became of the page of one letter. */
export interface WatchResult extends Verdict {
  /** The letter's file. */
  path: string;
  /** `<year>/<id>` */
  id: string;
  url: string;
  /** Where redirects led. */
  redirectedTo?: string;
}
