/** A file of an edition. */
export interface EditionFile {
  /** Path below the edition's root, with `/`. */
  path: string;
  /** Digest of the input from which it was made. */
  key: string;
  /** Lower-case hexadecimal. */
  sha256: string;
  /** Size in bytes. */
  bytes: number;
}

/** What stages of a build gave, by the digest of the input of each: the paths of the files that it made, or what it worked out. */
export type Stages = ReadonlyMap<string, readonly string[]>;

/** Where files come from that need not be made again: the last edition of an output folder, or the parts of one. */
export interface FormerFiles {
  /** By path. */
  placed: ReadonlyMap<string, PlacedFile>;
  stages: Stages;
  /** The links of their pages were in order. */
  checked: boolean;
  /** The absolute path of one of them. */
  locate: (path: string) => string;
}

/** A file that a build has put into its output folder, as the next build may find it there. */
export interface PlacedFile extends EditionFile {
  fingerprint: string;
}
