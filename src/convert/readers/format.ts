/** What a received file is, by its first bytes; never by its extension alone. */
export type Format = 'txt' | 'html' | 'pdf' | 'zip' | 'ole' | 'rtf' | 'image' | 'gzip';

const signatures: [Format, RegExp][] = [
  ['pdf', /^%PDF-/],
  ['zip', /^PK(?:\x03\x04|\x05\x06)/],
  ['ole', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
  ['rtf', /^\{\\rtf/],
  ['gzip', /^\x1f\x8b/],
  ['image', /^(?:\x89PNG|\xff\xd8\xff|GIF8|II\*\0|MM\0\*|BM.{4}\0{4}|RIFF.{4}WEBP)/s],
];
const markup =
  /^(?:\s|<!--.*?-->)*(?:<!doctype html|<html|<head|<body|<\?xml[^>]*\?>\s*<(?:!doctype html|html))/is;

/** The format of a file from its bytes; text that is not markup is `txt`. */
export function formatOf(bytes: Uint8Array): Format {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  const bare = head.replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
  return signatures.find(([, pattern]) => pattern.test(head))?.[0] ?? (markup.test(bare) ? 'html' : 'txt');
}
