import { convert, type Conversion } from '../convert/convert.ts';
import { readGiven, readReceivedBytes } from './received-files.ts';
import { savedFiles } from './saved-files.ts';

/** A received file and what it became. */
export interface ReceivedLetter {
  bytes: Uint8Array;
  conversion: Conversion;
}

/** The letters in the files of one command, whose order they keep. */
export interface ReceivedLetters {
  /**
   * Reads and converts the file with this index.
   *
   * @throws ReadError for what is wrong with it.
   */
  read: (index: number) => Promise<ReceivedLetter>;
  /** Called when a letter is saved or needs nothing more. */
  saved: (index: number) => Promise<void>;
  /** Whether an error concerns all files that are left, which cannot be read any more. */
  isLost: (error: unknown) => boolean;
}

/**
 * Reads and converts a file in this process.
 *
 * @param given Paths of files that belong to the letter.
 * @throws ReadError for what is wrong with it.
 */
export async function convertReceived(file: string, given: readonly string[]): Promise<ReceivedLetter> {
  const bytes = await readReceivedBytes(file);
  const sources = { resolve: savedFiles(file), given: await readGiven(given) };
  return { bytes, conversion: await convert(bytes, file, sources) };
}

/**
 * Converts each file here, when it is asked for.
 *
 * @param given Paths of files that belong to the letter.
 */
export function localLetters(files: readonly string[], given: readonly string[]): ReceivedLetters {
  return {
    read: (index) => convertReceived(files[index] ?? '', given),
    saved: () => Promise.resolve(),
    isLost: () => false,
  };
}
