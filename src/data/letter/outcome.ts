import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { Site } from '../../reply/site.ts';

type Classified = Pick<Frontmatter, 'outcome' | 'proposal'>;

/**
 * Finds the scale in `site.yml` that explains a letter's outcome class. Scales differ: that of the particular
 * body (省政协) takes precedence over that of the place (省) and of the kind of body (政协).
 *
 * @returns Its name; undefined when the letter has no class, or no scale explains it.
 */
export function findOutcomeScale(
  { outcome, proposal }: Classified,
  scales: Site['outcomes'],
): string | undefined {
  if (outcome === undefined) return undefined;
  const { scope = '', assembly = '' } = proposal ?? {};
  return [scope + assembly, scope, assembly].find((key) => scales[key]?.[outcome] !== undefined);
}

/** Finds the local meaning of a letter's outcome class; undefined when no scale explains it. */
export function findOutcomeMeaning(letter: Classified, scales: Site['outcomes']): string | undefined {
  const scale = findOutcomeScale(letter, scales);
  return scale === undefined ? undefined : scales[scale]?.[letter.outcome ?? ''];
}
