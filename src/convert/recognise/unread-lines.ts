import type { Line } from '../lines.ts';
import type { Range } from '../view.ts';
import { endsLetter, isPageNumber, isSiteChrome } from './chrome.ts';
import { tell, type Ledger } from './ledger.ts';

/** Lines below a letter that may still belong to it. */
const below = 3;

/**
 * Tells of the lines next to the letter that nothing has read and that are no known furniture of a page:
 * between the title and the letter, and right below the signature. They are not published, and an editor
 * must see that, for they may be the letter's own.
 *
 * @param from Where the lines above the letter begin that are looked at: below the title.
 * @param start The letter's first line.
 * @param end The line behind its last.
 * @param kept What is published of the letter.
 */
export function tellUnread(
  ledger: Ledger,
  lines: readonly Line[],
  { from, start, end }: { from: number; start: number; end: number },
  kept: readonly Range[],
): void {
  const tail = lines.slice(end, end + below);
  const stop = tail.findIndex(({ tight }) => endsLetter(tight.text));
  const near = [...lines.slice(from, start), ...(stop === -1 ? tail : tail.slice(0, stop))];
  const read = [...[...ledger.values, ...ledger.dropped].map(({ range }) => range), ...kept];
  for (const line of near)
    if (saysSomething(line) && !read.some((range) => overlaps(range, line)))
      tell(
        ledger,
        'warning',
        'unread-line',
        line.at,
        `紧邻正文的“${shortened(line.spaced.text)}”没有读懂，未收入正文。如属原文，请编辑补充。`,
      );
}

function saysSomething({ tight: { text } }: Line): boolean {
  return !isSiteChrome(text) && !isPageNumber(text) && /\p{Script=Han}{2}|\d{4}/u.test(text);
}

function overlaps(a: Range, b: Range): boolean {
  return a.at < b.end && b.at < a.end;
}

function shortened(text: string): string {
  return text.length <= 40 ? text : `${text.slice(0, 38)}……`;
}
