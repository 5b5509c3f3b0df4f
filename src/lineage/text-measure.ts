import type { Block } from '../markdown/block.ts';
import { findCommonText } from './common-passages.ts';
import { foldBlocks } from './folded-text.ts';

/** How much text two letters have in common. */
export interface TextMeasure {
  /** Letters and digits in common passages. */
  characters: number;
  /** The share of each letter's text that is in them, 0–1, to three decimals. */
  shareOfFirst: number;
  shareOfSecond: number;
}

/** Measures how much text two letters have in common. */
export function measureCommonText(first: readonly Block[], second: readonly Block[]): TextMeasure {
  const { passages, shareOfFirst, shareOfSecond } = findCommonText(foldBlocks(first), foldBlocks(second));
  return {
    characters: passages.reduce((sum, { length }) => sum + length, 0),
    shareOfFirst: Math.round(shareOfFirst * 1000) / 1000,
    shareOfSecond: Math.round(shareOfSecond * 1000) / 1000,
  };
}

/** Whether so much is in common that it says something: a tenth of either letter. */
export function isNotable({ shareOfFirst, shareOfSecond }: TextMeasure): boolean {
  return Math.max(shareOfFirst, shareOfSecond) >= 0.1;
}
