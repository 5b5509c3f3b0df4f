import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { checkIndexNumber, fitsIndexNumber } from '../../reply/index-number.ts';

/** An index number has the shape of one, and its check digits (GB 32100) are right where its scheme has them. */
export function indexNumber({ path, frontmatter, locate }: LetterFile): Finding[] {
  const written = frontmatter?.indexNumber;
  if (written === undefined) return [];
  const warning = (text: string): Finding[] => [
    warningAt(path, locate(['indexNumber']), 'index-number', text),
  ];
  if (checkIndexNumber(written) === 'invalid')
    return warning(
      `indexNumber（索引号）“${written}”的校验码不符（GB 32100）。请对照原件核对；原件如此的，照录不改。`,
    );
  return fitsIndexNumber(written)
    ? []
    : warning(`indexNumber（索引号）“${written}”不像索引号：一般只有数字、字母、/ 和 -。请对照原件核对。`);
}
