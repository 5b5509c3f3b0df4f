import { address } from '../../archive/address.ts';
import { byPlace, type Finding } from '../../content-files/finding.ts';
import { ContentError } from '../content-error.ts';
import type { ContentSnapshot, SnapshotLetter } from '../content-snapshot.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from '../edition/edition-folder.ts';
import type { KnownRecords } from '../open-data/records-writer.ts';
import { planLetters, plainSurroundings, type PlannedLetter } from '../rendering/letter-plan.ts';
import type { FileOrder, LetterTask } from './letter-task.ts';
import type { LetterWorkers } from './letter-workers.ts';

interface LetterStage {
  edition: EditionFolder;
  workers: LetterWorkers;
  records: KnownRecords;
  /** Digest of the program. */
  program: string;
  /** Absolute path of the compiled templates. */
  entry: string;
}

/**
 * Puts the files of all letters into the edition: their pages, their comparisons and their Markdown.
 *
 * @param snapshot `only` has the letters to do, if it is not all of them.
 * @param onDone Receives for how many letters that need something it was made, of how many.
 * @returns The records for the open data that were made, by id.
 * @throws ContentError when a letter cannot be rendered.
 */
export async function makeLetterFiles(
  snapshot: ContentSnapshot & { only?: readonly SnapshotLetter[] },
  { edition, workers, records, program, entry }: LetterStage,
  onDone: (done: number, total: number) => void,
): Promise<Map<string, Uint8Array>> {
  const { frame } = snapshot;
  const frameDigest = digest(program, frame);
  const needed = (path: string, key: string): FileOrder | undefined =>
    edition.keep(path, key) ? undefined : { path, key, last: edition.lastHash(path) };
  const makeTask = (planned: PlannedLetter): LetterTask | undefined => {
    const { letter, surroundings, page, comparison, commonText } = planned;
    const { id, data, facts } = letter;
    const shown = needed(page.path, digest(frameDigest, page.key));
    const compared = comparison && needed(comparison.path, digest(frameDigest, comparison.key));
    const same = commonText && needed(commonText.path, digest(frameDigest, commonText.key));
    const markdown = needed(address.markdown(id), facts.sha256);
    const { commitments, citations } = facts;
    const record = records.has(letter) ? undefined : { commitments, citations };
    if (!shown && !compared && !same && !markdown && !record) return undefined;
    return {
      letter: { id, data },
      sha256: facts.sha256,
      ...(shown && { page: { ...shown, surroundings: plainSurroundings(surroundings()) } }),
      ...(compared && { comparison: compared }),
      ...(same && { commonText: { ...same, others: commonText.others } }),
      ...(markdown && { markdown }),
      ...(record && { record }),
    };
  };
  const made = new Map<string, Uint8Array>();
  const only = snapshot.only && new Set(snapshot.only);
  const workOut: Parameters<typeof planLetters>[1] = (key, work) =>
    edition.workOut(digest(program, key), work);
  const tasks = planLetters(snapshot, workOut)
    .filter(({ letter }) => only?.has(letter) ?? true)
    .flatMap((planned) => makeTask(planned) ?? []);
  if (tasks.length === 0) return made;
  const failures: Finding[] = [];
  let done = 0;
  await workers.make(tasks, { entry, frame, out: edition.path }, (results) => {
    for (const { id, files, record, findings } of results) {
      for (const { file, written } of files) edition.add(file, written);
      if (record) made.set(id, record);
      failures.push(...findings);
    }
    done += results.length;
    onDone(done, tasks.length);
  });
  if (failures.length > 0) throw new ContentError(failures.sort(byPlace));
  return made;
}
