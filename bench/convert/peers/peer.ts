import type { Output } from '../output.ts';

/** The kinds of files; a kind has several formats (page layouts, PDF producers). */
export type Kind = 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'scan' | 'ofd';

/** A converter, ready to run. */
export interface Tool {
  name: string;
  version: string;
  /** Preparation by the user, which is not timed. */
  prepare?: (bytes: Uint8Array, path: string) => Promise<void>;
  /** @param path The same bytes as a file. */
  convert: (bytes: Uint8Array, path: string) => Promise<Output>;
  /** Set for a baseline, which is not timed. */
  baseline?: true;
  /** Converts many files at once, for a program whose startup takes longer than its work. */
  convertAll?: (files: readonly Uint8Array[]) => { outputs: (Output | undefined)[]; seconds: number };
}

/** A converter, possibly not installed. */
export interface Peer {
  name: string;
  kinds: readonly Kind[];
  /** Loads the tool; undefined if it is not installed. */
  load: () => Promise<Tool | undefined>;
}
