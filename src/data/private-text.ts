import type { RecordedText } from '../record/record.ts';

interface TextRange {
  at: number;
  end: number;
}

/**
 * Whether text was taken out of the letter to protect a person. Then neither the received file nor what
 * came with it is published, for they show it still.
 */
export function holdsPrivateText({ dropped }: Pick<RecordedText, 'dropped'>): boolean {
  return dropped.some(({ why }) => why === 'private');
}

/**
 * The decoded text with what is private blotted out: each character becomes ＊, so that offsets and lines stay.
 * A number that stands once more in text that is not published either (the same contact in a page's
 * footer) is blotted there too.
 */
export function blotPrivateText({ decoded, dropped }: Pick<RecordedText, 'decoded' | 'dropped'>): string {
  const ranges = dropped.map(({ at, length, why }) => ({ at, end: at + length, why }));
  const hidden = ranges.filter(({ why }) => why === 'private');
  const numbers = new Set(hidden.flatMap((range) => numbersIn(decoded, range)).map(([number]) => number));
  const repeated = ranges
    .filter(({ why }) => why !== 'private')
    .flatMap((range) => numbersIn(decoded, range))
    .flatMap(([number, range]) => (numbers.has(number) ? [range] : []));
  let blotted = '';
  let done = 0;
  for (const { at, end } of [...hidden, ...repeated].sort((a, b) => a.at - b.at)) {
    const from = Math.max(at, done);
    blotted += decoded.slice(done, from) + decoded.slice(from, end).replace(/[^\n\r]/g, '＊');
    done = Math.max(from, end);
  }
  return blotted + decoded.slice(done);
}

/** Numbers of seven digits and more (telephone, identity), their digits alone, and where they stand. */
function numbersIn(decoded: string, { at, end }: TextRange): [string, TextRange][] {
  return [...decoded.slice(at, end).matchAll(/\d(?:-?[\dXx]){6,}/g)].map(({ 0: found, index }) => [
    found.replaceAll('-', ''),
    { at: at + index, end: at + index + found.length },
  ]);
}
