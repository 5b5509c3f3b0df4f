import { labelledOutcome, readOutcome, writeOutcome } from '../reply/outcome.ts';
import { decodedRange } from '../normalise/folded-text.ts';
import type { Candidate } from './field-value.ts';
import type { Line } from './lines.ts';
import { drop, recognised, type Recognised } from './recognised.ts';

/** Reads `办复类别:A类` or `(A类)` on a line of its own, in or below the letter. */
export function readOutcomeLine({ at, end, tight }: Line): Recognised<Candidate> | undefined {
  const bracketed = /^[(〔[【].{1,3}类[)〕\]】]$/u.test(tight.text) ? readOutcome(tight.text) : undefined;
  const found = labelledOutcome(tight.text) ?? bracketed;
  if (!found) return undefined;
  const range = decodedRange(tight, found);
  const canonical = writeOutcome(found.text);
  return recognised({ field: 'outcome', range, use: 'outcome', canonical, from: '文末', sure: true }, [
    drop('label', { at, end: range.at }, { at: range.end, end }),
  ]);
}
