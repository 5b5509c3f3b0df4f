import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { findDateDoubts } from '../../reply/date-doubts.ts';
import { today } from '../../reply/chinese-date.ts';

/** No date is later than today, and document number and letter are of about the same year. */
export function dates({ path, frontmatter, locate }: LetterFile): Finding[] {
  return findDateDoubts(frontmatter ?? {}, today()).map(({ code, field, text }) =>
    warningAt(path, locate([field]), code, text),
  );
}
