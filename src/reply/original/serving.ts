import { extensionOf, formats } from './format.ts';

const mediaTypes = new Map([
  ...formats.flatMap(({ extensions }) => Object.entries(extensions)),
  ['txt', 'text/plain'],
  // The record of edits, the only file beside an original that this project writes.
  ['json', 'application/json'],
]);

/**
 * The media type of a published original, by its published name. Text has no charset: a received text keeps
 * its own encoding, which no header must contradict.
 *
 * @returns `application/octet-stream` for a name that `publishedName` never gives.
 */
export function mediaTypeOf(publishedName: string): string {
  return mediaTypes.get(extensionOf(publishedName)) ?? 'application/octet-stream';
}

/**
 * Content-Security-Policy of every published original but a PDF: an origin of its own, no scripts, nothing
 * loaded. Inline style is what browsers lay out text and pictures with when they show them by themselves.
 */
export const originalPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/**
 * Content-Security-Policy of a published PDF. Chromium's viewer is an embedded plugin, which `sandbox` and
 * `object-src` would block; a script inside a PDF never has the origin of its address.
 */
export const pdfPolicy = "script-src 'none'";

/** The headers with which a published original is served, by its published name. */
export function originalHeaders(publishedName: string): Record<string, string> {
  const type = mediaTypeOf(publishedName);
  return {
    'Content-Type': type,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': type === 'application/pdf' ? pdfPolicy : originalPolicy,
  };
}
