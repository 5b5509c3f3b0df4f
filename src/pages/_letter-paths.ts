import { publishedLetters, type PublishedLetter } from './_published-letters.ts';

/** The static paths of a file for every letter: `replies/<year>/<id>` plus its extension. */
export async function letterPaths(): Promise<
  { params: { year: string; id: string }; props: { letter: PublishedLetter } }[]
> {
  const letters = await publishedLetters();
  return letters.map((letter) => {
    const [year = '', id = ''] = letter.id.split('/');
    return { params: { year, id }, props: { letter } };
  });
}
