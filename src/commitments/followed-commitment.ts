import type { FollowUpRecord } from '../reply/follow-up.ts';
import type { Commitment } from './commitment.ts';

/** What editors found out about a commitment on one day. */
type FollowUpStep = Omit<FollowUpRecord, 'sentence'>;

/** A commitment with what editors recorded of it, oldest first; the last says how things are. */
export interface FollowedCommitment extends Commitment {
  /** Absent when there is no record. */
  followUp?: readonly FollowUpStep[];
}

/**
 * Adds to the commitments of a letter what editors recorded of them. A record whose sentence is none of the letter's,
 * or several, is left out: the rule on follow-up reports it.
 */
export function followCommitments(
  commitments: readonly Commitment[],
  records: readonly FollowUpRecord[],
): FollowedCommitment[] {
  const steps = new Map<Commitment, FollowUpStep[]>();
  for (const { sentence, ...step } of records) {
    const found = findBySentence(commitments, sentence);
    if (!isOneSentence(found)) continue;
    for (const commitment of found) steps.set(commitment, [...(steps.get(commitment) ?? []), step]);
  }
  return commitments.map((commitment) => {
    const followUp = steps.get(commitment);
    return followUp === undefined ? commitment : { ...commitment, followUp };
  });
}

/**
 * Finds the commitments that an editor means by a sentence: those that read exactly like it, or else those that
 * contain it. White space does not count.
 */
export function findBySentence<C extends Commitment>(commitments: readonly C[], sentence: string): C[] {
  const part = withoutSpace(sentence);
  const texts = commitments.map((commitment) => ({ commitment, text: withoutSpace(commitment.text) }));
  const same = texts.filter(({ text }) => text === part);
  const found = same.length > 0 ? same : texts.filter(({ text }) => text.includes(part));
  return found.map(({ commitment }) => commitment);
}

/** Whether commitments are one: a letter may say the same sentence twice. */
export function isOneSentence(commitments: readonly Commitment[]): boolean {
  const [first, ...rest] = commitments;
  if (first === undefined) return false;
  const text = withoutSpace(first.text);
  return rest.every((other) => withoutSpace(other.text) === text);
}

/** The commitment that a sentence resembles most, if it shares half of its pairs of characters. */
export function findSimilar<C extends Commitment>(
  commitments: readonly C[],
  sentence: string,
): C | undefined {
  const wanted = pairsOf(sentence);
  let best: C | undefined;
  let most = wanted.size / 2;
  for (const commitment of commitments) {
    const pairs = pairsOf(commitment.text);
    let shared = 0;
    for (const pair of wanted) if (pairs.has(pair)) shared += 1;
    if (shared > most) [best, most] = [commitment, shared];
  }
  return best;
}

function pairsOf(text: string): Set<string> {
  const characters = withoutSpace(text);
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < characters.length; at += 1) pairs.add(characters.slice(at, at + 2));
  return pairs;
}

/** Leaves out the white space of a text: of a quotation, an editor may break the line. */
export function withoutSpace(text: string): string {
  return text.replace(/\s/gu, '');
}
