import type { Options } from 'minisearch';
import type { PeerLetter } from './peer-page.ts';

/** MiniSearch for Chinese: pairs of characters, as https://github.com/lucaong/minisearch/issues/201 recommends. */
export const options: Options<PeerLetter> = {
  fields: ['title', 'text'],
  storeFields: ['title'],
  tokenize: (text) => runs(text).flatMap(withSingleEnd),
  searchOptions: {
    tokenize: (text) => runs(text).flatMap(pairs),
    combineWith: 'AND',
    // A single character matches all pairs that it begins.
    prefix: (term) => /^\p{Script=Han}$/u.test(term),
    boost: { title: 2 },
  },
};

/** Splits a text into sequences of Han characters and words of other letters and digits. */
function runs(text: string): string[] {
  return text.normalize('NFKC').match(/\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu) ?? [];
}

function pairs(run: string): string[] {
  const characters = Array.from(run);
  if (characters.length === 1 || !/^\p{Script=Han}/u.test(run)) return [run];
  return characters.slice(1).map((character, index) => `${characters[index] ?? ''}${character}`);
}

/** The last character of a sequence begins no pair, so it is added on its own to be findable. */
function withSingleEnd(run: string): string[] {
  const last = Array.from(run).at(-1) ?? '';
  return [...new Set([...pairs(run), ...(/\p{Script=Han}/u.test(last) ? [last] : [])])];
}
