import type { QueryTables } from '../../form/query-tables.ts';

/** Writes a text in simplified characters. What has none stays. */
export function simplifyText(text: string, { traditional, simplified }: QueryTables['simplified']): string {
  return Array.from(text, (character) => {
    const at = traditional.indexOf(character);
    return at === -1 ? character : simplified.charAt(at);
  }).join('');
}
