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

/** The files that stages of a build made: the paths of each, by the digest of its input. */
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
