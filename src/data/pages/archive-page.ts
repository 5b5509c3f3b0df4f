import type { DaySpan } from '../wording/chinese-day.ts';

/** What the page on offline copies shows. */
export interface ArchivePage {
  /** Number of letters. */
  letters: number;
  /** First and last day of issue; absent when no letter is dated. */
  days: DaySpan | undefined;
  /** Files of the edition without this page; approximately its size. Absent outside of a build. */
  size: { files: number; bytes: number } | undefined;
  /** The commit of the content; absent when it is not in a repository or was changed since. */
  commit: string | undefined;
  /** The day of the edition, `yyyy-mm-dd`; absent when it has none. */
  day: string | undefined;
  /** Name of the zip of this edition, which the website offers. Absent outside of a build. */
  zip: string | undefined;
}
