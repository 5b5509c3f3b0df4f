import { isTextTerm, parseQuery, type Query, type TextTerm } from '../../query/query.ts';
import type { SearchRequest } from '../../query/search-request.ts';
import { findCandidates } from '../candidate-search.ts';
import type { Edition } from '../edition.ts';
import type { AlternativeQuery, DirectHit } from '../search-answer.ts';
import { findOtherForms } from './agency-forms.ts';
import { createAlternativeList, type AlternativeList } from './alternative-list.ts';
import { isPartOfName, readNames, type Names } from './archive-names.ts';
import { bareNumberQueries, findMentioned, numberQueries } from './mentioned-letters.ts';
import { findWordsByPinyin, readPinyin } from './pinyin-words.ts';
import { readTable } from './query-table-reader.ts';
import { findKnownWords } from './query-words.ts';
import { rankSimilar, type SimilarLetters } from './similar-letters.ts';
import { findSimilarSpellings } from './similar-spellings.ts';
import { simplifyText } from './simplified-text.ts';
import { replaceSynonyms } from './synonyms.ts';

/** A word says something if no more letters, or no more than half of them, have it. */
const fewLetters = 20;

/** What there is instead of the letters of a query that finds nothing. */
export interface Alternatives {
  /** Queries that find something, the likeliest first. */
  alternatives: AlternativeQuery[];
  /** Letters whose number occurs in the text, newest first. */
  mentioned: DirectHit[];
  similar?: SimilarLetters;
}

/**
 * Finds what to offer instead of a request that finds nothing. None of it is applied by itself, and each query is
 * searched for: the number of its letters is exact.
 *
 * @throws The signal's reason.
 */
export async function findAlternatives(
  edition: Edition,
  request: SearchRequest,
  signal: AbortSignal | undefined,
): Promise<Alternatives> {
  const { text, facets, from, to, sort } = request;
  const mentioned = await findMentioned(edition, text);
  const narrow = await findInstead(edition, request, mentioned, signal);
  if (Object.keys(facets).length === 0 && from === undefined && to === undefined)
    return { mentioned, ...narrow };
  const unfiltered: SearchRequest = { text, facets: {}, sort };
  const count = (await findCandidates(edition, unfiltered, signal)).reduce(
    (sum, { rows }) => sum + rows.length,
    0,
  );
  const same: AlternativeQuery[] = count > 0 ? [{ text, count, kind: 'unfiltered', widened: true }] : [];
  if (count > 0 || narrow.alternatives.length > 0)
    return { mentioned, ...narrow, alternatives: [...same, ...narrow.alternatives] };
  const wide = await findInstead(edition, unfiltered, mentioned, signal);
  return {
    mentioned,
    ...wide,
    alternatives: wide.alternatives.map((query) => ({ ...query, widened: true })),
  };
}

async function findInstead(
  edition: Edition,
  request: SearchRequest,
  mentioned: readonly DirectHit[],
  signal: AbortSignal | undefined,
): Promise<Omit<Alternatives, 'mentioned'>> {
  const list = createAlternativeList(request.text, (text) =>
    findCandidates(edition, { ...request, text }, signal),
  );
  const text = /\p{Script=Han}/u.test(request.text)
    ? simplifyText(request.text, await readTable(edition, 'simplified'))
    : request.text;
  await list.offer(text, 'simplified');
  const numbers = mentioned.length > 0 ? numberQueries(mentioned) : bareNumberQueries(text);
  for (const number of numbers) await list.offer(number, 'number');
  const query = parseQuery(text);
  const names = lazily(() => readNames(edition.shards));
  await offerRewritten(edition, list, text, query, names);
  const total = edition.entry.letters;
  const known = await findWords(query, list, names);
  const found = await Promise.all(known.map(async (word) => ({ text: word, ...(await list.find(word)) })));
  const telling = found.filter(({ count }) => count <= Math.max(fewLetters, total / 2));
  const words = telling.map((word) => word.text);
  const similar = rankSimilar(telling, total);
  await offerParts(list, query, words, similar.words);
  return {
    alternatives: [...list.queries],
    ...(similar.ids.length > 0 && { similar: { text: words.join(' OR '), ids: similar.ids } }),
  };
}

/** Offers the query with one of its texts written otherwise. */
async function offerRewritten(
  edition: Edition,
  list: AlternativeList,
  text: string,
  query: Query,
  names: () => Promise<Names>,
): Promise<void> {
  const texts = positiveTexts(query);
  const rewrite = ({ source, text: own }: TextTerm, other: string) =>
    text.replace(source, () => source.replace(own, () => other));

  const whole = readPinyin(text);
  const typed = whole === undefined ? texts.flatMap((term) => readPinyin(term.text) ?? []) : [whole];
  for (const letters of typed) {
    const words = findWordsByPinyin(letters, await readTable(edition, 'pinyin'), await names());
    const term = texts.find((one) => readPinyin(one.text) === letters);
    for (const word of words) await list.offer(term && !whole ? rewrite(term, word) : word, 'pinyin');
  }
  const { groups } = await readTable(edition, 'synonyms');
  for (const term of texts) {
    for (const other of replaceSynonyms(term.text, groups)) await list.offer(rewrite(term, other), 'synonym');
    for (const form of findOtherForms(term.text)) await list.offer(rewrite(term, form), 'agency');
  }
  // Reading all names is worth it only where nothing better is known.
  if (list.queries.length === 0)
    for (const term of texts)
      for (const similar of findSimilarSpellings(term.text, await names()))
        await list.offer(rewrite(term, similar), 'similar');
}

/** The words of the query that the archive knows. */
async function findWords(
  query: Query,
  list: AlternativeList,
  names: () => Promise<Names>,
): Promise<string[]> {
  const tests = {
    occurs: async (word: string) => (await list.find(word)).count > 0,
    isNamed: async (word: string) => isPartOfName(word, await names()),
  };
  const words: string[] = [];
  for (const { text } of positiveTexts(query)) {
    if (await tests.occurs(text)) words.push(text);
    else words.push(...(await findKnownWords(text, tests)));
  }
  return [...new Set(words)];
}

/** Offers the words that the most similar letter has, together, then what the query is made of, rare words first. */
async function offerParts(
  list: AlternativeList,
  query: Query,
  words: readonly string[],
  together: readonly string[],
): Promise<void> {
  const terms = query.clauses.flat().filter(({ negated }) => !negated);
  const fields = terms.filter((term) => !isTextTerm(term)).map(({ source }) => source);
  if (fields.length + together.length > 1) await list.offer([...fields, ...together].join(' '), 'part');
  const singles = [...words, ...(terms.length > 1 ? fields : [])];
  const counted = await Promise.all(
    singles.map(async (single) => ({ single, count: (await list.find(single)).count })),
  );
  for (const { single } of counted.sort((a, b) => a.count - b.count)) await list.offer(single, 'part');
}

function positiveTexts({ clauses }: Query): TextTerm[] {
  return clauses
    .flat()
    .filter(isTextTerm)
    .filter(({ negated }) => !negated);
}

function lazily<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () => (reading ??= read());
}
