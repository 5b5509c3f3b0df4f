/** What a body has too much of. */
export interface Excess {
  /** Offset of the first that is too much, in UTF-16 code units. */
  at: number;
  /** In Chinese: what it is and what to do. */
  text: string;
}
