import { address, relativeLink } from '../../archive/address.ts';
import type { OriginalFile } from './original-file.ts';

const tags = /<[a-z](?:[^"'>]|"[^"]*"|'[^']*')*>/gi;
const reference = /(\s(?:src|href)=")(?:\.\.\/){2}originals\/([^"]+)(?=")/g;

/**
 * Replaces the addresses of images and files in a letter's body by their published ones: the Markdown uses
 * the names under which files were received. This happens after rendering, because rendered bodies are cached
 * by their Markdown alone, while a file's published name depends on its contents.
 *
 * @param html HTML of the Markdown processor, in which every `<` begins a tag.
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

/** Decodes a path in an attribute; the serialiser writes `&` as a numeric reference. */
function decoded(written: string): string {
  const text = written.replaceAll('&#x26;', '&');
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
