/**
 * Replaces Kangxi radicals (U+2F00–2FD5), which browsers write for 一, 二, 月… in a PDF, by the characters they
 * look like. For comparisons only: the reader's text keeps what the file says.
 */
export function foldRadicals(text: string): string {
  return text.replaceAll(/[\u2F00-\u2FD5]/g, (radical) => radical.normalize('NFKC'));
}
