import { contentFolder } from '../content-folder.ts';
import { readRevisions, type RevisionHistory } from './revisions.ts';

const histories = new Map<string, Promise<RevisionHistory>>();

/** Reads the history of a content folder; cached, since every letter's page needs it. */
export function readContentHistory(folder = contentFolder()): Promise<RevisionHistory> {
  const known = histories.get(folder);
  if (known) return known;
  const read = readRevisions(folder);
  histories.set(folder, read);
  return read;
}
