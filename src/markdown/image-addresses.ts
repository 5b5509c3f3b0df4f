import type { Image } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const reader = unified().use(remarkParse).use(remarkGfm).freeze();

/** A file name as the last part of an address, with nothing in it that Markdown would read. */
export function encodeName(name: string): string {
  return encodeURIComponent(name).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/**
 * Gives the images of a body that are named by a mere file name their address from the letter's page (and
 * from its Markdown file: both lie as deep).
 *
 * @param body Markdown.
 * @param place `<year>/<id>` of the letter.
 * @param names The files beside its original.
 */
export function addressImages(body: string, place: string, names: readonly string[]): string {
  const known = new Map(
    names.map((name) => [encodeName(name), `../../originals/${place}/${encodeName(name)}`]),
  );
  const images: Image[] = [];
  visit(reader.parse(body), 'image', (image) => {
    images.push(image);
  });
  return images.reduceRight((text, { url, position }) => {
    const address = known.get(url);
    const start = position?.start.offset;
    const end = position?.end.offset;
    if (address === undefined || start === undefined || end === undefined) return text;
    const written = text.slice(start, end).replace(`](${url}`, () => `](${address}`);
    return text.slice(0, start) + written + text.slice(end);
  }, body);
}
