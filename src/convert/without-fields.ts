import type { Frontmatter } from '../reply/frontmatter.ts';

/** The frontmatter without some fields, named by their paths. */
export function withoutFields(
  frontmatter: Partial<Frontmatter>,
  fields: ReadonlySet<string>,
): Partial<Frontmatter> {
  const { proposal } = frontmatter;
  return {
    ...pick(frontmatter, (name) => !fields.has(name)),
    ...(proposal && { proposal: pick(proposal, (key) => !fields.has(`proposal.${key}`)) }),
  };
}

/** The entries whose keys pass, in their order. */
function pick<T extends object>(value: T, passes: (key: string) => boolean): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => passes(key))) as Partial<T>;
}
