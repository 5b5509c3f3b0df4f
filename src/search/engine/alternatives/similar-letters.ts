import type { Candidates } from '../ranking.ts';

/** Letters that have several words of a query that finds nothing. */
export interface SimilarLetters {
  /** A query that finds them, and others. */
  text: string;
  /** The most similar first. */
  ids: string[];
}

/** Letters that are shown. */
const maxLetters = 10;
/** A score that counts half of what any could: most letters with a word in the title have more, others less. */
const halfScore = 10;

/** A word, and what it finds. */
export interface FoundWord {
  text: string;
  shards: readonly Candidates[];
  count: number;
}

interface Scored {
  id: string;
  score: number;
  /** The rarity of the words that the letter has. */
  rarity: number;
  words: string[];
}

/**
 * Ranks letters by how many of some words they have, rare ones more than frequent ones, and by how much they are about
 * them. Of equals the newer comes first.
 *
 * @param total Letters of the archive.
 * @returns Those with at least two of the words, and at least half of them by rarity; and the words of the first.
 */
export function rankSimilar(
  words: readonly FoundWord[],
  total: number,
): { ids: string[]; words: readonly string[] } {
  const letters = new Map<string, Scored>();
  let whole = 0;
  for (const { text, shards, count } of words) {
    const rarity = Math.log(1 + total / (1 + count));
    whole += rarity;
    for (const { ids, rows, scores } of shards)
      for (const [at, row] of rows.entries()) {
        const id = ids[row] ?? '';
        const letter = letters.get(id) ?? { id, score: 0, rarity: 0, words: [] };
        const score = scores[0]?.[at] ?? 0;
        letter.score += (rarity * score) / (score + halfScore);
        letter.rarity += rarity;
        letter.words.push(text);
        letters.set(id, letter);
      }
  }
  const rank = ({ score, rarity }: Scored) => score * rarity * rarity;
  const similar = [...letters.values()]
    .filter(({ words: own, rarity }) => own.length > 1 && rarity >= whole / 2)
    .sort((a, b) => rank(b) - rank(a));
  return {
    ids: similar.slice(0, maxLetters).map(({ id }) => id),
    words: similar[0]?.words ?? [],
  };
}
