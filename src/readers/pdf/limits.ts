/** More pages than any reply letter has; each costs time. */
export const mostPages = 500;
/** ISO 32000-1, annex C: no page is wider or higher than 14 400 units. */
export const widestPage = 14_400;
/** Milliseconds for opening a file, and for one page. */
export const openingTime = 20_000;
export const pageTime = 20_000;
/** How many bytes the process may grow while one file is read. */
export const mostMemory = 1.5 * 2 ** 30;
/** Ruling lines of one page, more are a drawing. */
export const mostRulingLines = 3_000;
/** Pixels of a page drawn for recognition: an A3 page at 300 dpi has 17 million. */
export const mostPixels = 25_000_000;
