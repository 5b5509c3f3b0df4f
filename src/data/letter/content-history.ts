import { contentFolder } from '../content-folder.ts';
import { readRevisions, type RevisionHistory } from './revisions.ts';

const histories = new Map<string, Promise<RevisionHistory>>();

/** The history of a content folder, read once: every letter's page asks for it. */
export function readContentHistory(folder = contentFolder()): Promise<RevisionHistory> {
  const known = histories.get(folder);
  if (known) return known;
  const read = readRevisions(folder);
  histories.set(folder, read);
  return read;
}
