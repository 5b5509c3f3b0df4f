import type { Frontmatter } from '../reply/frontmatter.ts';
import type { Site } from '../reply/site.ts';

/**
 * What the class letter of a letter's outcome means where it was given. Scales differ, so the one
 * of the very body (省政协) goes before that of the place (省) and of the kind of body (政协).
 *
 * @returns undefined when the letter has no class, or site.yml does not explain it.
 */
export function outcomeMeaning(
  letter: Pick<Frontmatter, 'outcome' | 'proposal'>,
  scales: Site['outcomes'],
): string | undefined {
  if (letter.outcome === undefined) return undefined;
  const { scope = '', assembly = '' } = letter.proposal ?? {};
  for (const key of [scope + assembly, scope, assembly]) {
    const meaning = key === '' ? undefined : scales[key]?.[letter.outcome];
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}
