import type { Frontmatter } from '../../reply/frontmatter.ts';
import { compareText } from '../../reply/text-order.ts';

/** A letter of the archive. */
export interface Letter {
  /** `<year>/<id>`, which is also its address below `replies/`. */
  id: string;
  data: Frontmatter;
}

/** The year under which a letter is filed: the name of its folder. */
export function filedYear({ id }: Pick<Letter, 'id'>): string {
  return id.slice(0, id.indexOf('/'));
}

/** Sorts letters newest first; those without a date come last in their year. */
export function sortNewestFirst<L extends Letter>(letters: readonly L[]): L[] {
  const keyed = letters.map((letter) => ({
    letter,
    key: `${letter.data.issuedOn ?? filedYear(letter)} ${letter.id}`,
  }));
  return keyed.sort((a, b) => compareText(b.key, a.key)).map(({ letter }) => letter);
}
