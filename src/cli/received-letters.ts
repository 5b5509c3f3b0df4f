import { convert, type Conversion } from '../convert/convert.ts';
import { readFurtherPages, readGiven, readReceivedBytes } from './received-files.ts';
import { savedFiles } from './saved-files.ts';

/** A received file and what it became. */
export interface ReceivedLetter {
  bytes: Uint8Array;
  conversion: Conversion;
}

/** The paths of what came for a letter. */
export interface ReceivedPaths {
  /** The received file; of a letter in several images the first page. */
  file: string;
  /** The further pages, in order. */
  pages: readonly string[];
  /** Files that an editor adds. */
  given: readonly string[];
}

/** The letters of one command, whose order they keep. */
export interface ReceivedLetters {
  /**
   * Reads and converts the letter with this index.
   *
   * @throws ReadError for what is wrong with it.
   */
  read: (index: number) => Promise<ReceivedLetter>;
  /** Called when a letter is saved or needs nothing more. */
  saved: (index: number) => Promise<void>;
  /** Whether an error concerns all files that are left, which cannot be read any more. */
  isLost: (error: unknown) => boolean;
}

/** Reads and converts a file in this process. @throws ReadError for what is wrong with it. */
export async function convertReceived({ file, pages, given }: ReceivedPaths): Promise<ReceivedLetter> {
  const bytes = await readReceivedBytes(file);
  const others = await readFurtherPages(pages, bytes.length);
  const sources = { resolve: savedFiles(file), given: await readGiven(given), pages: others };
  return { bytes, conversion: await convert(bytes, file, sources) };
}

/** Converts a letter here, when it is asked for. */
export function localLetter(paths: ReceivedPaths): ReceivedLetters {
  return {
    read: () => convertReceived(paths),
    saved: () => Promise.resolve(),
    isLost: () => false,
  };
}
