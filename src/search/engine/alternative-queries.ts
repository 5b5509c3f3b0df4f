import { findOtherForms } from './agency-forms.ts';
import { foldUnits } from '../text/fold.ts';
import { isTextTerm, type Query } from '../query/query.ts';
import type { AlternativeQuery } from './search-answer.ts';
import type { OpenShard } from './shard-reader.ts';
import { findSimilarSpellings } from './similar-spellings.ts';

/** As many as can be read at a glance. */
const maxAlternatives = 5;
/** In units: of a longer text, only parts of this length are tried. */
const maxPartLength = 12;

/**
 * Finds what to ask instead of a query that finds nothing: its parts, its longest beginning and end that
 * occur somewhere, agencies in full or abbreviated, words of titles that differ in one character.
 *
 * @param options.count Counts the letters that a query finds; a query that finds none is not offered.
 */
export async function findAlternatives(
  { clauses }: Query,
  shards: readonly OpenShard[],
  { count, signal }: { count: (text: string) => Promise<number>; signal?: AbortSignal },
): Promise<AlternativeQuery[]> {
  const terms = clauses.flat().filter(({ negated }) => !negated);
  const found = new Map<string, AlternativeQuery>();
  const offer = async (text: string, kind: AlternativeQuery['kind']): Promise<boolean> => {
    signal?.throwIfAborted();
    if (found.has(text)) return true;
    if (found.size >= maxAlternatives) return false;
    const letters = await count(text);
    if (letters > 0) found.set(text, { text, count: letters, kind });
    return letters > 0;
  };

  const texts = terms.filter(isTextTerm).map(({ text }) => text);
  for (const text of texts) for (const form of findOtherForms(text)) await offer(form, 'similar');
  if (terms.length > 1) for (const { source } of terms) await offer(source, 'part');
  for (const text of texts) {
    if (terms.length > 1 && found.has(text)) continue;
    for (const similar of await findSimilarSpellings(text, shards)) await offer(similar, 'similar');
    const [head, tail] = [
      await findLongestPart(text, 'head', offer),
      await findLongestPart(text, 'tail', offer),
    ];
    if (head !== undefined && tail !== undefined) await offer(`${head} ${tail}`, 'part');
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** The longest part at one end of a text, of at least two units, that occurs somewhere. */
async function findLongestPart(
  text: string,
  end: 'head' | 'tail',
  offer: (text: string, kind: 'part') => Promise<boolean>,
): Promise<string | undefined> {
  const units = foldUnits(text);
  for (let size = Math.min(maxPartLength, units.length - 1); size >= 2; size -= 1) {
    const [first, last] =
      end === 'head' ? [units[0], units[size - 1]] : [units[units.length - size], units.at(-1)];
    const part = text.slice(first?.from, last?.to);
    if (await offer(part, 'part')) return part;
  }
  return undefined;
}
