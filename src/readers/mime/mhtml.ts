import type { FileSources } from '../html/file-collector.ts';
import { readFramedPage, type FramedReader } from '../html/framed-letter.ts';
import { ReadError, type Reading } from '../reading.ts';
import { mimeParts, type MimePart } from './parts.ts';
import { statedText } from './text-part.ts';

/**
 * Reads a web page that a browser or Word saved as one file (MHTML, RFC 2557): its first page through the reader of web
 * pages, with the other parts as the files saved with it.
 *
 * @param readFile Reads a file in a frame.
 * @throws ReadError `mhtml-file` without a page, and the errors of a page.
 */
export async function readMhtml(
  bytes: Uint8Array,
  files: FileSources,
  readFile: FramedReader,
): Promise<Reading> {
  const parts = await mimeParts(bytes);
  const page = parts.find(({ type, attached }) => isPage(type) && !attached);
  if (!page)
    throw new ReadError(
      'mhtml-file',
      '这是网页存档（MHTML），但里面没有网页。请在浏览器里重新打开、另存为“网页，全部”后再转换。',
    );
  const part = findPart(parts, page);
  const sources: FileSources = {
    ...files,
    part,
    ...(page.location !== undefined && { address: page.location }),
  };
  return { ...(await readFramedPage(statedText(page), sources, readFile)), format: 'mhtml' };
}

function isPage(type: string): boolean {
  return type === 'text/html' || type === 'application/xhtml+xml';
}

/** Finds a part by what a page writes: an address, whole or from the page's own, or a `cid:`. */
function findPart(parts: readonly MimePart[], page: MimePart): (reference: string) => Uint8Array | undefined {
  const known = new Map<string, MimePart>();
  for (const part of parts) {
    if (part.location !== undefined) known.set(addressFrom(part.location, page.location), part);
    if (part.id !== undefined) known.set(`cid:${part.id}`, part);
  }
  return (reference) => {
    const part = known.get(reference) ?? known.get(addressFrom(reference, page.location));
    return part && (isPage(part.type) ? statedText(part) : part.bytes);
  };
}

function addressFrom(reference: string, base: string | undefined): string {
  const plain = reference.split('#', 1)[0] ?? '';
  if (base !== undefined && URL.canParse(plain, base)) return new URL(plain, base).href;
  return URL.canParse(plain) ? new URL(plain).href : plain;
}
