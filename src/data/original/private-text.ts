import type { RecordedText } from '../../record/record.ts';

interface TextRange {
  at: number;
  end: number;
}

/**
 * Whether text was removed from the letter to protect a person. If so, neither the received file nor its
 * attachments are published, because they still contain it.
 */
export function holdsPrivateText({ dropped }: Pick<RecordedText, 'dropped'>): boolean {
  return dropped.some(({ why }) => why === 'private');
}

/**
 * Redacts private text: each character becomes ＊, so that offsets and lines stay the same. A number that
 * recurs in other dropped text (the same contact in a page's footer) is redacted there too.
 */
export function redactPrivateText({ decoded, dropped }: Pick<RecordedText, 'decoded' | 'dropped'>): string {
  const ranges = dropped.map(({ at, length, why }) => ({ at, end: at + length, why }));
  const hidden = ranges.filter(({ why }) => why === 'private');
  const numbers = new Set(hidden.flatMap((range) => findNumbers(decoded, range)).map(([number]) => number));
  const repeated = ranges
    .filter(({ why }) => why !== 'private')
    .flatMap((range) => findNumbers(decoded, range))
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

/** Finds numbers of at least seven digits (telephone, identity), as digits only, with their ranges. */
function findNumbers(decoded: string, { at, end }: TextRange): [string, TextRange][] {
  return [...decoded.slice(at, end).matchAll(/\d(?:-?[\dXx]){6,}/g)].map(({ 0: found, index }) => [
    found.replaceAll('-', ''),
    { at: at + index, end: at + index + found.length },
  ]);
}
