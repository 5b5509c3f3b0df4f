import { lastStep } from './commitment-text.ts';
import type { LedgerEntry } from './ledger.ts';

/** Commitments counted. */
export interface LedgerCounts {
  commitments: number;
  /** The letters that make them. */
  letters: number;
  /** Of the commitments, those with a due date. */
  dated: number;
  /** The commitments with a record by an editor, by state. */
  states: { 已落实: number; 进行中: number; 未落实: number };
}

/** Counts entries of the ledger. */
export function countLedger(entries: Iterable<LedgerEntry>): LedgerCounts {
  const letters = new Set<unknown>();
  const counts = { commitments: 0, dated: 0, states: { 已落实: 0, 进行中: 0, 未落实: 0 } };
  for (const { letter, commitment } of entries) {
    letters.add(letter);
    counts.commitments += 1;
    if (commitment.due !== undefined) counts.dated += 1;
    const state = lastStep(commitment)?.state;
    if (state !== undefined) counts.states[state] += 1;
  }
  return { ...counts, letters: letters.size };
}
