import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { describeDamage, findDamage } from '../../reply/damaged-text.ts';
import { positionsIn } from '../../reply/position.ts';

/** A letter shows no damage: no lost, misread or unencodable characters, and no anchors of comments. */
export function damagedText({ path, source }: LetterFile): Finding[] {
  const found = findDamage(source);
  if (found.length === 0) return [];
  const positionOf = positionsIn(source);
  return describeDamage(source, found).map(({ code, index, text }) =>
    warningAt(path, positionOf(index), code, text),
  );
}
