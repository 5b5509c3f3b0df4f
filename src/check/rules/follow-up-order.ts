import type { Commitment } from '../../commitments/commitment.ts';
import { findBySentence } from '../../commitments/followed-commitment.ts';
import { errorAt, type Finding } from '../../content-files/finding.ts';
import type { FollowUpFile } from '../../content-files/follow-up-file.ts';

/** The records of a commitment follow each other by date, none comes before the letter, and none is there twice. */
export function followUpOrder(
  { path, followUp, locate }: FollowUpFile,
  { commitments, issuedOn }: { commitments: readonly Commitment[]; issuedOn: string | undefined },
): Finding[] {
  const findings: Finding[] = [];
  const last = new Map<Commitment | string, string>();
  for (const [index, { sentence, on }] of (followUp?.records ?? []).entries()) {
    // A sentence that is none of the letter's is still compared with its like.
    const about = findBySentence(commitments, sentence)[0] ?? sentence;
    const before = last.get(about);
    const at = (key: string) => locate(['records', index, key]);
    if (issuedOn !== undefined && on < issuedOn)
      findings.push(
        errorAt(path, at('on'), 'follow-up-date', `日期早于答复的成文日期 ${issuedOn}。请核对。`),
      );
    if (before === on)
      findings.push(
        errorAt(
          path,
          at('sentence'),
          'follow-up-duplicate',
          `上面已有这句承诺在 ${on} 的记录。请合为一条，或改正日期。`,
        ),
      );
    else if (before !== undefined && on < before)
      findings.push(
        errorAt(
          path,
          at('on'),
          'follow-up-date',
          `日期早于上面同一句承诺的记录（${before}）。请按日期先后排列：先记的在前，后记的在后。`,
        ),
      );
    last.set(about, on);
  }
  return findings;
}
