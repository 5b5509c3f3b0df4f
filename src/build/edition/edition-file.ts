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

/** A file that a build has put into its output folder, as the next build may find it there. */
export interface PlacedFile extends EditionFile {
  fingerprint: string;
}
