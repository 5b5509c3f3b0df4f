/** Characters of a query that the page repeats: more says nothing that the box does not. */
const maxLength = 40;

/** Shortens what a visitor asked for, to repeat it in a sentence. */
export function echoText(text: string): string {
  const characters = Array.from(text);
  return characters.length <= maxLength ? text : `${characters.slice(0, maxLength).join('').trimEnd()}…`;
}
