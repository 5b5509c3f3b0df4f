import { opensLetter } from '../opens-letter.ts';
import type { ReadErrorCode } from '../../record/message-codes.ts';
import { ReadError, type Reading } from '../reading.ts';

/** A file in a container (an e-mail, an archive) that may be the letter. */
export interface Candidate {
  /** As the editor knows it. */
  name: string;
  /** It may only go with the letter: it counts where no other file is one. */
  covers?: boolean;
  read: () => Promise<Reading>;
}

export interface ChosenLetter {
  candidate: Candidate;
  reading: Reading;
}

/** So many files are read to find the letter, and so many are named. */
const most = { read: 20, named: 8 };

/**
 * Reads the files of a container and chooses the one that is a letter; the only one, if none opens as a letter.
 *
 * @param container What the editor is told that it is.
 * @param none The code for a container without a letter.
 * @param files The names of all files in it.
 * @throws ReadError `several-letters` with their names, `none`; the error of the only file.
 */
export async function chooseLetter(
  candidates: readonly Candidate[],
  container: string,
  none: ReadErrorCode,
  files: readonly string[],
): Promise<ChosenLetter> {
  if (candidates.length > most.read)
    throw new ReadError(
      'too-large',
      `${container}里有 ${candidates.length} 个文件可能是答复，太多了，没有读取。请把要转换的那一件取出来，单独转换。`,
    );
  const read: ChosenLetter[] = [];
  const failures: ReadError[] = [];
  for (const candidate of candidates) {
    try {
      read.push({ candidate, reading: await candidate.read() });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      failures.push(new ReadError(error.code, `${container}里的“${candidate.name}”：${error.message}`));
    }
  }
  const opening = read.filter(({ reading }) => opensLetter(reading.decoded));
  const sure = opening.filter(({ candidate }) => candidate.covers !== true);
  const letters = sure.length > 0 ? sure : opening;
  if (letters.length > 1)
    throw new ReadError(
      'several-letters',
      `${container}里不止一件答复：${named(letters.map(({ candidate }) => candidate.name))}。请把要转换的各件取出来，分别转换。`,
    );
  const [only] = letters.length === 1 ? letters : read;
  if (only && (letters.length === 1 || (read.length === 1 && failures.length === 0))) return only;
  const [failure] = failures;
  if (failure && read.length === 0) throw failure;
  const listed = files.length === 0 ? '' : `，只有${named(files)}`;
  throw new ReadError(none, `${container}里没有找到答复${listed}。请把答复取出来，单独转换。`);
}

function named(all: readonly string[]): string {
  const names = all.slice(0, most.named).map((name) => `“${name.slice(0, 80)}”`);
  return names.join('、') + (all.length > most.named ? ` 等 ${all.length} 个` : '');
}
