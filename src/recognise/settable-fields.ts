/** Fields that an editor may state where the received file does not. */
export const settableFields = [
  'title',
  'issuer',
  'indexNumber',
  'documentNumber',
  'issuedOn',
  'publishedOn',
] as const;

export type SettableField = (typeof settableFields)[number];

/** Whether `field` is one that an editor may state. */
export function isSettable(field: string): field is SettableField {
  return (settableFields as readonly string[]).includes(field);
}
