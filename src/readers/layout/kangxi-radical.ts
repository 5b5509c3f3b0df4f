/**
 * A text with Kangxi radicals (U+2F00–2FD5, what browsers write for 一, 二, 月… in a PDF) as the characters
 * they look like: for comparing only, the reader's text keeps what the file says.
 */
export function foldRadicals(text: string): string {
  return text.replaceAll(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize('NFKC'));
}
