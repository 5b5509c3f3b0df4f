/** Cells with these first characters are formulas to spreadsheets: the list of OWASP. */
const formula = /^[=+\-@\t\r]/;

/**
 * Writes rows as CSV (RFC 4180): CRLF, quotation marks where needed, and a byte order mark, without which
 * spreadsheets assume another encoding. A cell that would be a formula is prefixed with an apostrophe.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * Names a file of results after the question, in characters that every file system allows. Without a date, so that
 * the same question gives the same name.
 *
 * @param words The query's text and the chosen values.
 */
export function csvName(words: readonly string[]): string {
  const slug = words
    .join(' ')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}〔〕]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${['答复', Array.from(slug).slice(0, 60).join('')].filter((part) => part !== '').join('-')}.csv`;
}

function cell(value: string): string {
  const safe = formula.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
