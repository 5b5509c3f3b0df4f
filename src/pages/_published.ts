import { getCollection, type CollectionEntry } from 'astro:content';
import { isPublished } from '../reply/publication.ts';

export type PublishedLetter = CollectionEntry<'replies'>;

let letters: Promise<PublishedLetter[]> | undefined;

/** The letters that the site shows, newest first; those without a date last in their year. */
export function publishedLetters(): Promise<PublishedLetter[]> {
  letters ??= getCollection('replies', ({ data }) => isPublished(data)).then((all) =>
    all.sort((a, b) => compare(sortKey(b), sortKey(a))),
  );
  return letters;
}

/** The year under which a letter is filed: the folder it lies in. */
export function filedYear(letter: Pick<PublishedLetter, 'id'>): string {
  return letter.id.slice(0, letter.id.indexOf('/'));
}

/** The years that have letters, newest first, each with its letters. */
export async function lettersByYear(): Promise<Map<string, PublishedLetter[]>> {
  const years = Map.groupBy(await publishedLetters(), filedYear);
  return new Map([...years].sort(([a], [b]) => compare(b, a)));
}

function sortKey(letter: PublishedLetter): string {
  return `${letter.data.issuedOn ?? filedYear(letter)} ${letter.id}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
