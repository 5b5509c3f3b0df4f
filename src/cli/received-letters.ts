import { convert, type Conversion } from '../convert/convert.ts';
import { readFurtherPages, readGiven, readReceivedBytes } from './received-files.ts';
import type { OcrWork } from '../readers/scan/ocr-work.ts';
import { keptPages } from './kept-pages.ts';
import { savedFiles } from './saved-files.ts';
import { showScanProgress } from './scan-progress.ts';

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
  /** Convert the text even where no letter is found in it, for a draft. */
  anyText?: true;
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
export async function convertReceived(
  { file, pages, given, anyText }: ReceivedPaths,
  ocr: OcrWork = {},
): Promise<ReceivedLetter> {
  const bytes = await readReceivedBytes(file);
  const others = await readFurtherPages(pages, bytes.length);
  const sources = {
    resolve: savedFiles(file),
    given: await readGiven(given),
    pages: others,
    ocr,
    ...(anyText && { anyText }),
  };
  return { bytes, conversion: await convert(bytes, file, sources) };
}

/**
 * Converts a letter here, when it is asked for, and shows its pages while they are recognised.
 *
 * @param cache The folder of all caches.
 * @param quiet Show nothing.
 */
export function localLetter(paths: ReceivedPaths, cache: string, quiet: boolean): ReceivedLetters {
  return {
    async read() {
      const { progress, end } = showScanProgress(quiet);
      try {
        return await convertReceived(paths, { progress, kept: keptPages(cache) });
      } finally {
        end();
      }
    },
    saved: () => Promise.resolve(),
    isLost: () => false,
  };
}
