/**
 * Fields that an editor may state where the received file does not, as paths in the frontmatter: all but the received
 * file itself and what is done to a letter later (`aliases`, `corrections`, `draft`, `withdrawn`).
 */
export const settableFields = [
  'title',
  'issuer',
  'indexNumber',
  'documentNumber',
  'issuedOn',
  'publishedOn',
  'categories',
  'proposal.assembly',
  'proposal.scope',
  'proposal.term',
  'proposal.session',
  'proposal.number',
  'proposal.kind',
  'proposal.title',
  'recipients',
  'role',
  'outcome',
  'place',
  'disclosure',
  'signatories',
  'source.url',
  'source.retrievedOn',
  'publishFrom',
] as const;

export type SettableField = (typeof settableFields)[number];

/** Whether `field` is one that an editor may state. */
export function isSettable(field: string): field is SettableField {
  return (settableFields as readonly string[]).includes(field);
}
