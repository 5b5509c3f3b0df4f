import type { FollowedCommitment } from '../../commitments/followed-commitment.ts';
import type { LedgerLetter } from './ledger.ts';

/** An invented letter with commitments, one a paragraph. */
export function commit(
  issuedOn: string,
  issuer: string,
  ...commitments: (Partial<FollowedCommitment> & { text: string })[]
): LedgerLetter {
  const id = `${issuedOn.slice(0, 4)}/npc-1-1-${issuedOn.replaceAll('-', '')}`;
  return {
    letter: { id, data: { title: `第${issuedOn}号建议的答复（虚构）`, issuer, issuedOn } },
    commitments: commitments.map((commitment, at) => ({ anchor: `p${at + 2}`, kind: 'plan', ...commitment })),
  };
}
