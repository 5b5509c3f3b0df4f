import { describeDamage, findDamage } from '../reply/damaged-text.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import { enclosingRange } from '../normalise/text-range.ts';
import { combineAccounts, report, type Account } from './recognised.ts';

/**
 * Reports damage in the text that is published: characters that were lost or misread before the file was received.
 * Nobody can restore them but an editor who has another copy.
 *
 * @param kept Sorted ranges of the decoded text that are published.
 */
export function reportDamage(decoded: string, kept: readonly TextRange[]): Account {
  const keeping = enclosingRange(kept);
  const published = findDamage(decoded).filter(({ index, length }) =>
    keeping({ at: index, end: index + length }),
  );
  return combineAccounts(
    describeDamage(decoded, published).map(({ code, index, text }) => report(code, index, text)),
  );
}
