import { inventLetters } from '../../src/corpus/corpus.ts';
import type { IndexedLetter } from '../../src/search/text/indexed-letter.ts';

/** What a build tells the benchmark: that it begins, and what it did. */
export type StepAnswer =
  { kind: 'ready' } | { kind: 'done'; seconds: number; cpu: number; written: Files; kept: Files };

interface Files {
  files: number;
  bytes: number;
}

/** The letters of the corpus, and one more. */
export function lettersOf(count: number): IndexedLetter[] {
  return [...inventLetters(count + 1)].map(({ year, id, frontmatter, body }) => ({
    id: `${year}/${id}`,
    frontmatter,
    body,
  }));
}

/** The letters of an edition: all but the one more, or a change of them. */
export const changes: Record<string, (letters: IndexedLetter[]) => IndexedLetter[]> = {
  cold: (letters) => letters.slice(0, -1),
  nothing: (letters) => letters.slice(0, -1),
  edit: (letters) =>
    letters
      .slice(0, -1)
      .map((letter, at) => (at === Math.floor(letters.length / 2) ? withParagraph(letter) : letter)),
  newest: (letters) => {
    const last = letters.at(-1);
    const newest = last && { ...last, frontmatter: { ...last.frontmatter, issuedOn: '2099-12-31' } };
    return [...letters.slice(0, -1), ...(newest ? [newest] : [])];
  },
  older: (letters) => letters,
  deletion: (letters) => letters.slice(0, -1).filter((_, at) => at !== Math.floor(letters.length / 2)),
};

/** The letter with one more paragraph near its middle. */
function withParagraph(letter: IndexedLetter): IndexedLetter {
  const blocks = letter.body.split('\n\n');
  const added = '补充说明：经研究，现将有关情况补充如下。本段为虚构。';
  return { ...letter, body: blocks.toSpliced(Math.floor(blocks.length / 2), 0, added).join('\n\n') };
}
