import type { LetterList } from '../data/lists/letter-lists.ts';
import { publishedLists, type PublishedLetter } from './_published-letters.ts';

interface ListPath {
  params: { way: string; list: string };
  props: { list: LetterList<PublishedLetter> };
}

/** The addresses of one kind of file for every list: `<way>/<list>` with its ending. */
export async function listPaths(): Promise<ListPath[]> {
  const lists = Object.values(await publishedLists()).flat();
  return lists.map((list) => ({ params: { way: list.way, list: list.slug }, props: { list } }));
}
