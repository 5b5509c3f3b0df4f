/**
 * The address that an old one leads to, with its query and its fragment.
 *
 * @param to Relative link to the new page.
 * @param old The old address, absolute.
 */
export function targetOf(to: string, old: string): string {
  const { search, hash } = new URL(old);
  return new URL(to, old).href + search + hash;
}
