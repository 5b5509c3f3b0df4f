import { address } from '../../archive/address.ts';
import { nameLetter } from '../letter/letter-name.ts';
import type { Letter } from '../letter/letter.ts';

/** What the page at an old address shows: where the page that was there is now. */
export interface RedirectPage {
  /** Path of the old address below the site's root. */
  from: string;
  /** Path of the page that it leads to. */
  to: string;
  /** Name of that page. */
  name: string;
}

/** A letter, and whether there is a page that compares it with its original. */
export type MovedLetter = Letter & { comparable: boolean };

/** Lists the pages at the old addresses of letters: of the letter itself and of its comparison with the original. */
export function listRedirects(letters: readonly MovedLetter[]): RedirectPage[] {
  return letters.flatMap(({ id, data, comparable }) => {
    const name = nameLetter(data).text;
    return (data.aliases ?? []).flatMap((alias) => [
      { from: address.reply(alias), to: address.reply(id), name },
      ...(comparable
        ? [{ from: address.comparison(alias), to: address.comparison(id), name: `${name}：与原件对照` }]
        : []),
    ]);
  });
}
