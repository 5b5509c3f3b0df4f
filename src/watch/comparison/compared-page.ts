/** A page as it was received. */
export interface ComparedPage {
  bytes: Uint8Array;
  /** The address that the letter gives. */
  url: string;
  /** The address that was answered instead. */
  redirectedTo: string | undefined;
}

/** The share of a text that must still be there for it to be the same letter. */
export const sameLetter = 0.5;
