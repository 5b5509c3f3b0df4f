import type { SettableField } from './settable-fields.ts';

/** Fields that every published letter has; the day of publication may take the place of the day of issue. */
const requiredFields = ['title', 'issuer', 'issuedOn'] as const satisfies readonly SettableField[];
export type RequiredField = (typeof requiredFields)[number];

/** The required fields that a frontmatter, valid or not, lacks. */
export function lackingFields(frontmatter: object): RequiredField[] {
  const values = frontmatter as Record<string, unknown>;
  const isThere = (field: string) => (values[field] ?? undefined) !== undefined;
  return requiredFields.filter(
    (field) => !isThere(field) && !(field === 'issuedOn' && isThere('publishedOn')),
  );
}
