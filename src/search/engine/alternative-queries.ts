import { otherForms } from './agency-forms.ts';
import { foldUnits } from '../text/fold.ts';
import { isTextTerm, type Query } from '../query/query.ts';
import type { Related } from './search-answer.ts';
import type { OpenShard } from './shard-reader.ts';
import { similarTexts } from './similar-spellings.ts';

/** Not more than can be read at a glance. */
const most = 5;
/** Of a longer text the beginning and the end are looked for up to this many units. */
const longestPart = 12;

/**
 * What could be asked instead of a query that finds nothing: its parts, its longest beginning and end
 * that stand somewhere, agencies in full or short, words of titles with one character different.
 *
 * @param options.count How many letters a query finds; what finds none is not offered.
 */
export async function findRelated(
  { clauses }: Query,
  shards: readonly OpenShard[],
  { count, signal }: { count: (text: string) => Promise<number>; signal?: AbortSignal },
): Promise<Related[]> {
  const terms = clauses.flat().filter(({ negated }) => !negated);
  const found = new Map<string, Related>();
  const offer = async (text: string, kind: Related['kind']): Promise<boolean> => {
    signal?.throwIfAborted();
    if (found.has(text)) return true;
    if (found.size >= most) return false;
    const letters = await count(text);
    if (letters > 0) found.set(text, { text, count: letters, kind });
    return letters > 0;
  };

  const texts = terms.filter(isTextTerm).map(({ text }) => text);
  for (const text of texts) for (const form of otherForms(text)) await offer(form, 'similar');
  if (terms.length > 1) for (const { typed } of terms) await offer(typed, 'part');
  for (const text of texts) {
    if (terms.length > 1 && found.has(text)) continue;
    for (const similar of await similarTexts(text, shards)) await offer(similar, 'similar');
    const [head, tail] = [await longest(text, 'head', offer), await longest(text, 'tail', offer)];
    if (head !== undefined && tail !== undefined) await offer(`${head} ${tail}`, 'part');
  }
  return [...found.values()].sort((a, b) => b.count - a.count);
}

/** The longest part at one end of a text that stands somewhere, of at least two units. */
async function longest(
  text: string,
  end: 'head' | 'tail',
  offer: (text: string, kind: 'part') => Promise<boolean>,
): Promise<string | undefined> {
  const units = foldUnits(text);
  for (let size = Math.min(longestPart, units.length - 1); size >= 2; size -= 1) {
    const [first, last] =
      end === 'head' ? [units[0], units[size - 1]] : [units[units.length - size], units.at(-1)];
    const part = text.slice(first?.from, last?.to);
    if (await offer(part, 'part')) return part;
  }
  return undefined;
}
