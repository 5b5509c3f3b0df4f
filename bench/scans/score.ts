import { align } from '../../src/readers/scan/alignment.ts';

/** A text as a tool read it. */
export interface ReadText {
  text: string;
  /** The ranges that it reports as doubtful. */
  doubts: readonly { at: number; length: number }[];
}

/** What is wrong in a page, or in several. */
export interface Score {
  /** Characters of the truth, without white space. */
  characters: number;
  /** Places where another character was read, or one was lost or added. */
  errors: number;
  /** Of these, those of a Han character or digit. */
  wrong: number;
  /** Of these, those that are in no doubt. */
  silent: number;
  /** Characters that are reported as doubtful. */
  doubtful: number;
  /** The silent ones, as expected → read, with what precedes them. */
  examples: string[];
}

export const noErrors: Score = { characters: 0, errors: 0, wrong: 0, silent: 0, doubtful: 0, examples: [] };

/** Compares a text with the truth. The width of punctuation and straight or curly quotes make no difference. */
export function scorePage(truth: string, { text, doubts }: ReadText): Score {
  const expected = charactersOf(truth, []);
  const read = charactersOf(text, doubts);
  const pairs = align(expected, read, (a, b) => a.folded === b.folded);
  const score: Score = {
    ...noErrors,
    characters: expected.length,
    doubtful: read.filter(({ doubted }) => doubted).length,
    examples: [],
  };
  for (const [index, { first, second }] of pairs.entries()) {
    if (first?.folded === second?.folded) continue;
    score.errors += 1;
    if (![first, second].some((one) => one && /[\p{Script=Han}〇\d]/u.test(one.folded))) continue;
    score.wrong += 1;
    // What was lost is in doubt where a neighbour is: the report names both.
    const reported = second
      ? second.doubted
      : [-1, 1].some((by) => pairs[index + by]?.second?.doubted === true);
    if (reported) continue;
    score.silent += 1;
    const before = pairs.slice(Math.max(0, index - 5), index).map((pair) => pair.first?.folded ?? '');
    score.examples.push(`${before.join('')}[${first?.folded ?? ''}→${second?.folded ?? ''}]`);
  }
  return score;
}

/** The sum of several scores. */
export function sumScores(scores: readonly Score[]): Score {
  return scores.reduce(
    (sum, one) => ({
      characters: sum.characters + one.characters,
      errors: sum.errors + one.errors,
      wrong: sum.wrong + one.wrong,
      silent: sum.silent + one.silent,
      doubtful: sum.doubtful + one.doubtful,
      examples: [...sum.examples, ...one.examples],
    }),
    noErrors,
  );
}

interface ComparedCharacter {
  folded: string;
  doubted: boolean;
}

function charactersOf(text: string, doubts: ReadText['doubts']): ComparedCharacter[] {
  const doubted = new Set(
    doubts.flatMap(({ at, length }) => Array.from({ length }, (_, index) => at + index)),
  );
  return Array.from(text.matchAll(/\S/gu), ({ 0: character, index }) => ({
    folded: character
      .normalize('NFKC')
      .replace(/[“”〝]/gu, '"')
      .replace(/[‘’]/gu, "'"),
    doubted: doubted.has(index),
  }));
}
