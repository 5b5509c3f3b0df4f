import type { Letter } from '../letter/letter.ts';

/** The list of a session, as far as its address depends on it. */
interface SessionList {
  slug: string;
  name: string;
  letters: readonly Letter[];
}

/**
 * Keeps the addresses of sessions that letters state without a name: a list of 市政协十二届四次会议 had the letters of
 * all cities. Where the letters are listed by city now, it stays as it was, beside them, and what remains without a
 * city gets an address of its own.
 *
 * @param placed Sessions with their scope named where the letters' places name it.
 * @param stated Sessions as the letters write them.
 */
export function mergePlaces<List extends SessionList>(
  placed: readonly List[],
  stated: readonly List[],
): { sessions: List[]; merged: List[] } {
  const sizes = new Map(placed.map(({ slug, letters }) => [slug, letters.length]));
  const merged = stated.filter(({ slug, letters }) => (sizes.get(slug) ?? 0) < letters.length);
  const addresses = new Set(merged.map(({ slug }) => slug));
  return {
    merged,
    sessions: placed.map((list) => {
      if (!addresses.has(list.slug)) return list;
      const scope = list.letters[0]?.data.proposal?.scope ?? '';
      return { ...list, slug: `${list.slug}-x`, name: `${list.name}（没有写明是哪个${scope}）` };
    }),
  };
}
