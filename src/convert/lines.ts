import { viewOf, type Range, type View } from './view.ts';

/** A line of the decoded text, without its surrounding white space. */
export interface Line extends Range {
  /** From 0, counting blank lines too. */
  number: number;
  /** For reading: without any spaces. */
  tight: View;
  /** For reading: with single spaces. */
  spaced: View;
}

/** The lines of the decoded text that are not blank. */
export function linesOf(decoded: string): Line[] {
  const lines: Line[] = [];
  let number = 0;
  for (let start = 0; start <= decoded.length; number += 1) {
    const stop = !decoded.includes('\n', start) ? decoded.length : decoded.indexOf('\n', start);
    const raw = decoded.slice(start, stop);
    const lead = /^[\s\p{Cf}\p{Cc}]*/u.exec(raw)?.[0].length ?? 0;
    if (lead < raw.length) {
      const trail = /[\s\p{Cf}\p{Cc}]*$/u.exec(raw.slice(lead))?.[0].length ?? 0;
      const range = { at: start + lead, end: stop - trail };
      lines.push({
        ...range,
        number,
        tight: viewOf(decoded, range),
        spaced: viewOf(decoded, range, 'single'),
      });
    }
    start = stop + 1;
  }
  return lines;
}
