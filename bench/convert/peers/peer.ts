import type { Output } from '../output.ts';

/** The kinds of files; a kind has several formats (the shapes of pages, the makers of a PDF). */
export type Kind = 'txt' | 'html' | 'docx' | 'doc' | 'pdf' | 'scan' | 'ofd';

/** A converter that is ready to run. */
export interface Tool {
  name: string;
  version: string;
  /** What a user would do before, and is not timed. */
  prepare?: (bytes: Uint8Array, path: string) => Promise<void>;
  /** @param path The same bytes as a file. */
  convert: (bytes: Uint8Array, path: string) => Promise<Output>;
  /** Does nothing that would be worth timing. */
  baseline?: true;
  /** Converts many files at once, for a program whose start takes longer than its work. */
  convertAll?: (files: readonly Uint8Array[]) => { outputs: (Output | undefined)[]; seconds: number };
}

/** A converter that may be installed. */
export interface Peer {
  name: string;
  kinds: readonly Kind[];
  /** The tool, or undefined where it is not installed. */
  load: () => Promise<Tool | undefined>;
}
