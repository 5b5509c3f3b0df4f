import type { Letter } from '../letter/letter.ts';

/** Two letters with text in common. */
export interface CommonTextPair<L extends Letter = Letter> {
  /** The one with the earlier date, then id: who copied from whom, no text says. */
  earlier: L;
  later: L;
  /** Letters and digits in common passages. */
  characters: number;
  /** The share of each letter's text that is in them, 0–1. */
  shareOfEarlier: number;
  shareOfLater: number;
}

/** A letter that has text in common with another one, as seen from that. */
export interface CommonText<L extends Letter = Letter> {
  other: L;
  /** The share of the letter from which it is seen, and of the other, 0–1. */
  share: number;
  shareOfOther: number;
  /** The page on which both are compared: the later one's, where this is the comparison of this number, from 1. */
  comparison: { of: string; number: number } | undefined;
}

/** What letters have in common. */
export interface CommonTextIndex<L extends Letter> {
  /** The letters that have text in common with a letter: the greatest share first, as many as its page shows. */
  of(letter: Letter): CommonText<L>[];
  /** The earlier letters that a letter is compared with on a page of its own. */
  comparedWith(letter: Letter): L[];
}

const shown = 5;
const compared = 3;

/** Indexes pairs of letters with text in common by letter. */
export function indexCommonText<L extends Letter>(pairs: readonly CommonTextPair<L>[]): CommonTextIndex<L> {
  const byEarlier = Map.groupBy(pairs, ({ earlier }) => earlier.id);
  const byLater = Map.groupBy(pairs, ({ later }) => later.id);
  const chosen = (id: string) =>
    (byLater.get(id) ?? [])
      .toSorted((a, b) => compareShares(a.shareOfLater, b.shareOfLater, a.earlier, b.earlier))
      .slice(0, compared);
  const comparisonOf = (pair: CommonTextPair<L>) => {
    const number = chosen(pair.later.id).indexOf(pair) + 1;
    return number === 0 ? undefined : { of: pair.later.id, number };
  };
  return {
    of: ({ id }) =>
      [
        ...(byEarlier.get(id) ?? []).map((pair) => ({
          ...{ pair, other: pair.later, share: pair.shareOfEarlier, shareOfOther: pair.shareOfLater },
        })),
        ...(byLater.get(id) ?? []).map((pair) => ({
          ...{ pair, other: pair.earlier, share: pair.shareOfLater, shareOfOther: pair.shareOfEarlier },
        })),
      ]
        .sort((a, b) => compareShares(a.share, b.share, a.other, b.other))
        .slice(0, shown)
        .map(({ pair, ...common }) => ({ ...common, comparison: comparisonOf(pair) })),
    comparedWith: ({ id }) => chosen(id).map(({ earlier }) => earlier),
  };
}

function compareShares(share: number, otherShare: number, letter: Letter, other: Letter): number {
  return otherShare - share || (letter.id < other.id ? -1 : 1);
}
