import { getCollection, type CollectionEntry } from 'astro:content';
import { sortIntoLists, type LetterLists } from '../data/lists/letter-lists.ts';
import { isPublished } from '../reply/publication.ts';
import { compareText } from '../reply/text-order.ts';

export type PublishedLetter = CollectionEntry<'replies'>;

let letters: Promise<PublishedLetter[]> | undefined;

/** The published letters, newest first; those without a date come last in their year. */
export function publishedLetters(): Promise<PublishedLetter[]> {
  letters ??= getCollection('replies', ({ data }) => isPublished(data)).then((all) =>
    all.sort((a, b) => compareText(sortKey(b), sortKey(a))),
  );
  return letters;
}

/** The year under which a letter is filed: the name of its folder. */
export function filedYear(letter: Pick<PublishedLetter, 'id'>): string {
  return letter.id.slice(0, letter.id.indexOf('/'));
}

let lists: Promise<LetterLists<PublishedLetter>> | undefined;

/** The letters by year, session, agency and kind; cached for all pages. */
export function publishedLists(): Promise<LetterLists<PublishedLetter>> {
  lists ??= publishedLetters().then(sortIntoLists);
  return lists;
}

function sortKey(letter: PublishedLetter): string {
  return `${letter.data.issuedOn ?? filedYear(letter)} ${letter.id}`;
}
