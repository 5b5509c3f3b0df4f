import { extractTitleBigrams } from './title-bigrams.ts';

/** Another title that asks the same question. */
export interface SimilarQuestion {
  title: string;
  /** 0–1; 1 for titles that differ only in words of form. */
  likeness: number;
}

/**
 * The least likeness of two titles that ask the same. Determined on titles of real proposals: below it,
 * titles share a subject but ask for different things (老旧小区: lifts or parking).
 */
const threshold = 0.6;

/** A question asked by one or more titles that differ only in form. */
interface Question {
  titles: string[];
  /** Rarest first. */
  bigrams: string[];
  /** Sum of the weights of its bigrams. */
  weight: number;
}

/**
 * Finds, for every title of a proposal, the others that ask the same. Similarity is the Dice coefficient of
 * their bigrams, weighted by rarity (log(1 + n/df)).
 *
 * It does not compare every pair. If two titles are similar, the rarest bigram that they share is among the
 * rare ones of each: otherwise, what they could still share would weigh too little. So comparing only titles
 * that share a rare bigram misses none.
 *
 * @param titles In any order; duplicates count once.
 * @returns Similar titles by title, the most similar first; titles without any are omitted.
 */
export function findSimilarQuestions(titles: readonly string[]): Map<string, SimilarQuestion[]> {
  const { questions, weightOf } = readQuestions(titles);
  const found = new Map<string, SimilarQuestion[]>();
  const note = (from: Question, to: Question, likeness: number) => {
    for (const title of from.titles) {
      const others = to.titles.filter((other) => other !== title);
      if (others.length > 0)
        listOf(found, title).push(...others.map((other) => ({ title: other, likeness })));
    }
  };
  const byRareBigram = new Map<string, Question[]>();
  for (const question of questions) {
    note(question, question, 1);
    const rare = pickRareBigrams(question, weightOf);
    for (const other of new Set(rare.flatMap((bigram) => byRareBigram.get(bigram) ?? []))) {
      const likeness = measureLikeness(question, other, weightOf);
      if (likeness < threshold) continue;
      note(question, other, likeness);
      note(other, question, likeness);
    }
    for (const bigram of rare) listOf(byRareBigram, bigram).push(question);
  }
  for (const others of found.values())
    others.sort((a, b) => b.likeness - a.likeness || (a.title < b.title ? -1 : 1));
  return found;
}

type Weigh = (bigram: string) => number;

function readQuestions(titles: readonly string[]): { questions: Question[]; weightOf: Weigh } {
  const byBigrams = Map.groupBy([...new Set(titles)].sort(), (title) => extractTitleBigrams(title).join(' '));
  byBigrams.delete('');
  const frequency = new Map<string, number>();
  for (const key of byBigrams.keys())
    for (const bigram of key.split(' ')) frequency.set(bigram, (frequency.get(bigram) ?? 0) + 1);
  const weightOf: Weigh = (bigram) => Math.log1p(byBigrams.size / (frequency.get(bigram) ?? 1));
  const rarestFirst = (a: string, b: string) => weightOf(b) - weightOf(a) || (a < b ? -1 : 1);
  const questions = [...byBigrams].map(([key, members]) => {
    const bigrams = key.split(' ').sort(rarestFirst);
    return { titles: members, bigrams, weight: sum(bigrams.map(weightOf)) };
  });
  return { questions, weightOf };
}

/**
 * The rarest bigrams of a title, as many as it takes for the rest to weigh less than any similar title must
 * share.
 */
function pickRareBigrams({ bigrams, weight }: Question, weightOf: Weigh): string[] {
  const least = (threshold / (2 - threshold)) * weight;
  let left = weight;
  return bigrams.filter((bigram) => {
    const needed = left >= least - 1e-9;
    left -= weightOf(bigram);
    return needed;
  });
}

function measureLikeness(a: Question, b: Question, weightOf: Weigh): number {
  const inB = new Set(b.bigrams);
  const shared = sum(a.bigrams.filter((bigram) => inB.has(bigram)).map(weightOf));
  // Rounded, so that the order of summation does not matter.
  return Math.round((2e9 * shared) / (a.weight + b.weight)) / 1e9;
}

/** The list of a key, created if missing. */
function listOf<V>(lists: Map<string, V[]>, key: string): V[] {
  const known = lists.get(key);
  if (known) return known;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
