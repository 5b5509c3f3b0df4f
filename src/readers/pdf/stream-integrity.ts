import { inflateSync } from 'node:zlib';

/** A stream that inflates to more is not text, and not checked. */
const mostUnpacked = 32 << 20;
/** The most streams that are checked. */
const mostStreams = 20_000;

/**
 * Counts the compressed streams of a PDF (ISO 32000-1, 7.4.4) that do not inflate to what their checksum
 * says. pdf.js reads such a stream as far as it can, and nobody would notice the missing text.
 */
export function countDamagedStreams(bytes: Uint8Array): number {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let damaged = 0;
  let count = 0;
  // Each search begins where the one before ended, so that no part of the file is searched again for each
  // stream.
  let before = 0;
  let end = 0;
  for (
    let at = buffer.indexOf('stream');
    at >= 0 && count < mostStreams;
    at = buffer.indexOf('stream', at + 6)
  ) {
    const between = buffer.subarray(before, at);
    const dictionary = between.toString('latin1', Math.max(0, between.lastIndexOf('obj')));
    before = at;
    if (!/\/Filter\s*(?:\[\s*)?\/FlateDecode\s*(?:\]\s*)?(?=[/>])/.test(dictionary)) continue;
    const start = at + 6 + (buffer[at + 6] === 0x0d ? 2 : 1);
    if (end >= 0 && end < start) end = buffer.indexOf('endstream', start);
    const stated = Number(/\/Length\s+(\d+)\b(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
    const length = Number.isInteger(stated) && start + stated <= buffer.length ? stated : end - start;
    count += 1;
    if (length > 0 && !unpacks(buffer.subarray(start, start + length))) damaged += 1;
    at = Math.max(at, end);
  }
  return damaged;
}

function unpacks(packed: Uint8Array): boolean {
  try {
    inflateSync(packed, { maxOutputLength: mostUnpacked });
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
  }
}
