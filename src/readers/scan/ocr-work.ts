/** What a reader is given for the recognition of scanned pages, which takes seconds each. */
export interface OcrWork {
  /** Called before each page: how many are done, of how many. */
  progress?: (done: number, total: number) => void;
  /** Pages that were recognised before, by this version of the readers. */
  kept?: KeptPages;
}

/** Recognised pages by a digest of what they were read from. Neither function rejects. */
export interface KeptPages {
  read: (key: string) => Promise<string | undefined>;
  keep: (key: string, page: string) => Promise<void>;
}
