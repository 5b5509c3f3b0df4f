import { checkAroundLetters, type AroundLetters } from '../check/check.ts';
import { aliases } from '../check/rules/aliases.ts';
import { duplicates } from '../check/rules/duplicates.ts';
import { byPlace, type Finding } from '../content-files/finding.ts';
import { readSite } from '../data/content-folder.ts';
import { readRevisions } from '../data/letter/revisions.ts';
import { takeSnapshot, type ContentSnapshot } from './content-snapshot.ts';
import type { KnownMeasures } from './letters/common-text.ts';
import { areCurrent, type CheckedFacts } from './letters/checked-facts.ts';
import { isComplete, type LetterFacts } from './letters/letter-facts.ts';
import type { LetterWorkers } from './letters/letter-workers.ts';

/** A content folder as it was read. */
export interface ContentReading {
  /** The facts of every letter, published or not. */
  letters: readonly LetterFacts[];
  /** Every finding, by place. */
  findings: readonly Finding[];
  /**
   * Takes together what can be published.
   *
   * @param broken Ids of letters that are left out.
   * @throws Error in Chinese when `site.yml` has errors, ContentError when a letter was changed meanwhile.
   */
  snapshot: (broken?: ReadonlySet<string>) => Promise<ContentSnapshot>;
}

/** How a content folder is read. */
export interface ReadingOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Path under which the site is served. */
  base: string;
  /** The day on which it is published, in China: `yyyy-mm-dd`. */
  day: string;
  /** What is known from before, by path below `replies/`. */
  known: ReadonlyMap<string, CheckedFacts | LetterFacts>;
  /** What pairs of letters have in common, as far as it is known from before. */
  measures: KnownMeasures;
  /** Receives how many letters are read, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/** Reads and checks a content folder. Letters whose files are as they were are not read again. */
export async function readContent(
  { content, base, day, known, measures, onProgress }: ReadingOptions,
  workers: LetterWorkers,
): Promise<ContentReading> {
  const around = await checkAroundLetters(content);
  const current = new Map(
    [...known].flatMap(([name, facts]) =>
      isComplete(facts) && areCurrent(facts, content) ? [[name, facts] as const] : [],
    ),
  );
  const letters = await readLetters(around.letters, current, workers, onProgress);
  return joinReading({ content, base, day, measures }, around, letters);
}

/**
 * Reads letters, except those that are known.
 *
 * @param names Paths below `replies/`.
 * @returns In the order of the names.
 */
export async function readLetters(
  names: readonly string[],
  known: ReadonlyMap<string, LetterFacts>,
  workers: LetterWorkers,
  onProgress?: ReadingOptions['onProgress'],
): Promise<LetterFacts[]> {
  const unread = names.filter((name) => !known.has(name));
  let done = names.length - unread.length;
  const read = await workers.readFacts(unread, (count) => {
    done += count;
    onProgress?.(done, names.length);
  });
  const facts = new Map(read.map((letter) => [letter.name, letter]));
  return names.flatMap((name) => known.get(name) ?? facts.get(name) ?? []);
}

/** Joins the facts of letters with what else was read of their content folder, and checks them together. */
export function joinReading(
  {
    content,
    base,
    day,
    measures,
  }: Pick<ReadingOptions, 'content' | 'base' | 'day'> & Partial<Pick<ReadingOptions, 'measures'>>,
  { pages, findings }: AroundLetters,
  letters: readonly LetterFacts[],
): ContentReading {
  const together = aliases(letters, content);
  return {
    letters,
    findings: [
      ...findings,
      ...letters.flatMap((letter) => letter.findings),
      ...duplicates(letters.map(({ identity }) => identity)),
      ...together,
    ].sort(byPlace),
    snapshot: async (broken = new Set()) =>
      takeSnapshot({
        content,
        base,
        site: readSite(content),
        letters: letters.filter(({ id }) => !broken.has(id)),
        broken,
        day,
        measures: measures ?? {},
        pages,
        history: await readRevisions(content),
      }),
  };
}
