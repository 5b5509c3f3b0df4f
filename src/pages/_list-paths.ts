import type { LetterList } from '../data/lists/letter-lists.ts';
import { publishedLists, type PublishedLetter } from './_published-letters.ts';

interface ListPath {
  params: { way: string; list: string };
  props: { list: LetterList<PublishedLetter> };
}

/** The static paths of a file for every list: `<way>/<list>` plus its extension. */
export async function listPaths(): Promise<ListPath[]> {
  const lists = Object.values(await publishedLists()).flat();
  return lists.map((list) => ({ params: { way: list.way, list: list.slug }, props: { list } }));
}
