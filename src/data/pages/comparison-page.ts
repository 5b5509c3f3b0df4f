import type { Letter } from '../letter/letter.ts';
import type { OriginalFile, ShownRecord } from '../original/original-file.ts';

/** What the comparison of a letter with its original shows. */
export interface ComparisonPage {
  letter: Letter;
  /** The Markdown after the frontmatter. */
  body: string;
  record: ShownRecord;
  original: OriginalFile;
}
