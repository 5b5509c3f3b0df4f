import { attribute, elementsOf, parseDocument } from '../../readers/html/document.ts';
import { documentExtension, fileName } from '../../readers/html/file-reference.ts';
import { textIn } from '../../readers/html/formatted-text.ts';
import { decodePage } from '../../readers/html/page-encoding.ts';
import { tighten, type LetterText } from './letter-text.ts';

/** A link of a page to a document. */
export interface DocumentLink {
  address: URL;
  /** The name of the file. */
  name: string;
  /** The text of the link without white space. */
  text: string;
}

/** Names of files to which a page no longer links, and to which it did not link before. */
export interface LinkChanges {
  gone: string[];
  added: string[];
}

const referring: ReadonlyMap<string, string> = new Map([
  ['a', 'href'],
  ['iframe', 'src'],
  ['frame', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);

/**
 * The documents that a page links to or frames, in order.
 *
 * @param base The address of the page.
 * @throws ReadError when the page cannot be read.
 */
export function documentLinks(bytes: Uint8Array, base: string): DocumentLink[] {
  const document = parseDocument(decodePage(bytes).html);
  let from = base;
  const links: DocumentLink[] = [];
  for (const element of elementsOf(document)) {
    if (element.tagName === 'base') from = URL.parse(attribute(element, 'href') ?? '', base)?.href ?? from;
    const reference = attribute(element, referring.get(element.tagName) ?? '')?.trim() ?? '';
    if (!documentExtension.test(fileName(reference))) continue;
    const address = URL.parse(reference, from);
    if (address && /^https?:$/u.test(address.protocol))
      links.push({ address, name: fileName(reference), text: tighten(textIn(element)) });
  }
  return links;
}

/**
 * Compares the links of two states of a page to files of the letter: those that its text names, and those that are
 * called 附件.
 *
 * @param moved Whether the page is at another address now, where other folders are no change.
 */
export function compareLinks(
  kept: readonly DocumentLink[],
  fresh: readonly DocumentLink[],
  letter: Pick<LetterText, 'lines'>,
  moved: boolean,
): LinkChanges {
  const text = letter.lines.map(({ tight }) => tight).join('\n');
  const isOwn = (link: DocumentLink) =>
    /^[(（【[]?附件/u.test(link.text) ||
    [link.text, tighten(link.name)].some((name) => name.length > 2 && text.includes(name));
  const keyOf = ({ address, name }: DocumentLink) =>
    moved ? name : `${decode(address.pathname)}${decode(address.search)}`;
  const [before, after] = [kept, fresh].map((links) => new Map(links.map((link) => [keyOf(link), link])));
  const missingIn = (others: typeof before, links: typeof before) =>
    [...(links ?? [])].flatMap(([key, link]) => (!others?.has(key) && isOwn(link) ? [link.name] : []));
  return { gone: missingIn(after, before), added: missingIn(before, after) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
