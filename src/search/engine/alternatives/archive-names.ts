import type { OpenShard } from '../shard-reader.ts';
import { isWholeWords } from './word-boundaries.ts';

/** Letters whose header is read, the newest first; rounded up to whole shards. */
const maxLetters = 10_000;

/** Texts that name what letters are about, and how many letters have each. */
export type Names = ReadonlyMap<string, number>;

/** Reads the topics, agencies, recipients and, where a letter states no topic, titles of the newest letters. */
export async function readNames(shards: readonly OpenShard[]): Promise<Names> {
  const names = new Map<string, number>();
  const add = (name = '') => names.set(name, (names.get(name) ?? 0) + 1);
  let lettersRead = 0;
  for (const { reader, letters } of shards) {
    if (lettersRead >= maxLetters) break;
    lettersRead += letters;
    const [head, captions, { recipients }] = await Promise.all([
      reader.head(),
      reader.columns('captions'),
      reader.columns('people'),
    ]);
    const { values, rows } = head.facets.issuer;
    for (const [row, name] of captions.names.entries()) {
      add(name);
      add(values[rows[row] ?? 0]);
      for (const recipient of recipients[row] ?? []) add(recipient);
    }
  }
  names.delete('');
  return names;
}

/** Names in which a text is looked for, of those that contain it. */
const namesTried = 5;

/** Whether a text is one or several whole words of a name. */
export function isPartOfName(text: string, names: Names): boolean {
  let tried = 0;
  for (const name of names.keys()) {
    const at = name.indexOf(text);
    if (at === -1) continue;
    if (isWholeWords(name, at, at + text.length)) return true;
    tried += 1;
    if (tried === namesTried) return false;
  }
  return false;
}
