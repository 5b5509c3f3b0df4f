import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { Site } from '../../reply/site.ts';

type Classified = Pick<Frontmatter, 'outcome' | 'proposal'>;

/**
 * The scale of `site.yml` by which the class of a letter's outcome is read. Scales differ, so the one
 * of the very body (省政协) goes before that of the place (省) and of the kind of body (政协).
 *
 * @returns Its name; undefined when the letter has no class, or site.yml does not explain it.
 */
export function findOutcomeScale(
  { outcome, proposal }: Classified,
  scales: Site['outcomes'],
): string | undefined {
  if (outcome === undefined) return undefined;
  const { scope = '', assembly = '' } = proposal ?? {};
  return [scope + assembly, scope, assembly].find((key) => scales[key]?.[outcome] !== undefined);
}

/** What the class letter of a letter's outcome means where it was given; undefined where nothing says it. */
export function findOutcomeMeaning(letter: Classified, scales: Site['outcomes']): string | undefined {
  const scale = findOutcomeScale(letter, scales);
  return scale === undefined ? undefined : scales[scale]?.[letter.outcome ?? ''];
}
