import { address } from '../../../archive/address.ts';
import { writeState, type SearchState } from '../search-state.ts';

/**
 * The address of a found letter. It carries the search, so that the letter marks its matches and leads back to the
 * results.
 *
 * @param root Address of the edition's root.
 * @param anchor Of a block of the letter.
 */
export function letterAddress(root: URL, id: string, state: SearchState, anchor?: string): string {
  const letter = new URL(address.reply(id), root);
  letter.search = writeState(state);
  if (anchor !== undefined) letter.hash = anchor;
  return letter.href;
}
