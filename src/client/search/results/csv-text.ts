/** Programs that open a CSV take a cell that begins so for a formula; OWASP's list. */
const formula = /^[=+\-@\t\r]/;

/**
 * Writes rows as CSV (RFC 4180): CRLF, quotation marks where they are needed, and a byte order mark,
 * without which spreadsheets take the text for another encoding. A cell that a spreadsheet would run as a
 * formula gets an apostrophe before it.
 */
export function csvText(rows: readonly (readonly string[])[]): string {
  return `\ufeff${rows.map((cells) => `${cells.map(cell).join(',')}\r\n`).join('')}`;
}

/**
 * The name of a file of results: what was asked, as far as every file system takes it. It holds no day, so
 * that the same question gives the same name.
 *
 * @param words What was asked for: the query's text and the values chosen.
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
