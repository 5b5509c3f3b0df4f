import { address, relativeLink } from '../../archive/address.ts';
import type { OriginalFile } from './original-file.ts';

const tags = /<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const reference = /(\s(?:src|href)=")(?:\.\.\/){2}originals\/([^"]+)(?=")/g;

/**
 * A letter's body with the addresses of its images and files as they are published: the Markdown names a
 * file as it was received. This is done after rendering, because rendered bodies are cached by their Markdown
 * alone, and the file beside may change.
 *
 * @param html As the Markdown processor writes it: a `<` begins a tag.
 * @param from Path of the letter's page below the site's root.
 */
export function publishBody(html: string, from: string, original: OriginalFile | undefined): string {
  const files = original ? [original, ...attachmentPaths(original)] : [];
  const renamed = new Map(
    files.filter(({ path, published }) => path !== published).map((file) => [file.path, file.published]),
  );
  if (renamed.size === 0) return html;
  return html.replace(tags, (tag) =>
    tag.replace(reference, (whole, before: string, written: string) => {
      const published = renamed.get(decoded(written));
      return published === undefined ? whole : before + relativeLink(from, address.original(published));
    }),
  );
}

function attachmentPaths({ path, attachments }: OriginalFile): { path: string; published: string }[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return attachments.map(({ name, published }) => ({ path: folder + name, published }));
}

/** A path as written in an attribute; the serialiser refers to `&` by number. */
function decoded(written: string): string {
  const text = written.replaceAll('&#x26;', '&');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
