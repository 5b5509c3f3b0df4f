import type { Frontmatter } from '../../reply/frontmatter.ts';
import { placeScope } from '../../reply/letter-place.ts';
import type { Site } from '../../reply/site.ts';

type Classified = Pick<Frontmatter, 'outcome' | 'proposal' | 'issuer' | 'place'>;

/**
 * Finds the scale in `site.yml` that explains a letter's outcome class. Scales differ: that of the particular
 * body (青岚市政协, or as the letter writes it, 市政协) takes precedence over that of the place (青岚市, 市) and of the
 * kind of body (政协).
 *
 * @returns Its name; undefined when the letter has no class, or no scale explains it.
 */
export function findOutcomeScale(letter: Classified, scales: Site['outcomes']): string | undefined {
  const { outcome, proposal } = letter;
  if (outcome === undefined) return undefined;
  const { scope = '', assembly = '' } = proposal ?? {};
  const place = placeScope(scope, letter) ?? '';
  return [place + assembly, scope + assembly, place, scope, assembly].find(
    (key) => scales[key]?.[outcome] !== undefined,
  );
}

/** Finds the local meaning of a letter's outcome class; undefined when no scale explains it. */
export function findOutcomeMeaning(letter: Classified, scales: Site['outcomes']): string | undefined {
  const scale = findOutcomeScale(letter, scales);
  return scale === undefined ? undefined : scales[scale]?.[letter.outcome ?? ''];
}
