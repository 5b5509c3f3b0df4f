/** No page is wider or higher than 14,400 units (ISO 32000-1, annex C). */
export const widestPage = 14_400;
/** Milliseconds for opening a file, and for each page. */
export const openingTime = 20_000;
export const pageTime = 20_000;
/** How many bytes the process may grow while it reads one file. */
export const mostMemory = 1.5 * 2 ** 30;
/** A page with more ruling lines is a drawing. */
export const mostRulingLines = 3_000;
/** Pixels of a page rendered for OCR: an A3 page at 300 dpi has 17 million. */
export const mostPagePixels = 25_000_000;
