import type { Handling } from '../../handling/handling.ts';
import { joinHandling } from '../letter/handling-agencies.ts';
import type { Letter } from '../letter/letter.ts';
import type { LetterList } from '../lists/letter-lists.ts';

/** What letters state of who handled proposals, counted. */
interface HandlingCounts {
  letters: number;
  /** Letters of the host, and opinions of agencies that joined; the rest state neither. */
  hosted: number;
  joined: number;
  /** Letters that name agencies which joined. */
  naming: number;
  /** The agencies that these letters name, for each proposal. */
  named: number;
  /** Of these, those whose opinion on the proposal the archive has. */
  published: number;
}

/** The counts of an agency. */
type AgencyHandling = HandlingCounts & Pick<LetterList, 'name' | 'slug'>;

/** What the page on hosts and co-hosts shows. */
export interface HandlingPage {
  /** Those with most letters first. */
  agencies: readonly AgencyHandling[];
  total: HandlingCounts;
}

/**
 * Counts for each agency how many proposals it hosted and joined, and which opinions of its co-hosts the archive has.
 *
 * @param agencies The lists of agencies.
 * @param othersOf Gives other letters to the proposal of a letter.
 */
export function countHandling<L extends Letter>(
  agencies: readonly LetterList<L>[],
  statedBy: (letter: L) => readonly Handling[],
  othersOf: (letter: L) => readonly L[],
): HandlingPage {
  const counted = agencies.map(({ name, slug, letters }) => ({
    name,
    slug,
    ...sum(letters.map((letter) => countLetter(letter, statedBy(letter), othersOf))),
  }));
  return {
    // Lists are ordered by pronunciation, and sorting is stable.
    agencies: counted.sort((a, b) => b.letters - a.letters),
    total: sum(counted),
  };
}

function countLetter<L extends Letter>(
  letter: L,
  stated: readonly Handling[],
  othersOf: (letter: L) => readonly L[],
): HandlingCounts {
  const { role } = letter.data;
  const { joined } = stated.length === 0 ? { joined: [] } : joinHandling(stated, letter, othersOf(letter));
  return {
    letters: 1,
    hosted: Number(role === '主办'),
    joined: Number(role === '会办'),
    naming: Number(joined.length > 0),
    named: joined.length,
    published: joined.filter(({ letter: own }) => own !== undefined).length,
  };
}

function sum(counts: readonly HandlingCounts[]): HandlingCounts {
  const add = (name: keyof HandlingCounts) => counts.reduce((total, one) => total + one[name], 0);
  return {
    letters: add('letters'),
    hosted: add('hosted'),
    joined: add('joined'),
    naming: add('naming'),
    named: add('named'),
    published: add('published'),
  };
}
