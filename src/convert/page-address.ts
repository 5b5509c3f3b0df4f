import type { Reading } from '../readers/reading.ts';

/** The web address in the metadata of a received page, if it is valid. */
export function pageAddress({ decoded, marks }: Pick<Reading, 'decoded' | 'marks'>): string | undefined {
  for (const { at, length, kind } of marks) {
    if (kind.type !== 'metadata') continue;
    const stated = /^网址：(?<address>.+)$/u.exec(decoded.slice(at, at + length))?.groups?.address?.trim();
    if (stated !== undefined && URL.canParse(stated) && /^https?:/iu.test(stated)) return stated;
  }
  return undefined;
}
