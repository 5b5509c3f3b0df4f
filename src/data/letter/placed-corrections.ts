import type { Frontmatter } from '../../reply/frontmatter.ts';

/** A correction, and the anchor at which the letter's page shows it. */
export type PlacedCorrection = NonNullable<Frontmatter['corrections']>[number] & { anchor: string };

/**
 * Gives corrections anchors by their days, so that an address stays the same when others are added. Several of one day
 * are counted in the order in which they are written.
 */
export function placeCorrections(corrections: Frontmatter['corrections'] = []): PlacedCorrection[] {
  const counts = new Map<string, number>();
  return corrections.map(({ on, note }) => {
    const count = (counts.get(on) ?? 0) + 1;
    counts.set(on, count);
    return { on, note, anchor: `correction-${on}${count === 1 ? '' : `-${count}`}` };
  });
}
