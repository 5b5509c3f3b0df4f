import { publishedLetters, type PublishedLetter } from './_published-letters.ts';

/** The addresses of one kind of file for every letter: `replies/<year>/<id>` with its ending. */
export async function letterPaths(): Promise<
  { params: { year: string; id: string }; props: { letter: PublishedLetter } }[]
> {
  const letters = await publishedLetters();
  return letters.map((letter) => {
    const [year = '', id = ''] = letter.id.split('/');
    return { params: { year, id }, props: { letter } };
  });
}
