import { textOf, type XmlElement } from '../xml-tree.ts';
import { element, elements, localName, textAt, type Container } from './container.ts';

/** So many of a page are read, and so much of each. */
const most = 200;
const longest = 80;

/**
 * What the annotations (GB/T 33190, 15.2) on each page say, by the page's index. Links are none.
 *
 * @param pages The pages as the document lists them.
 */
export function readAnnotations(
  container: Container,
  { root, path }: { root: XmlElement; path: string },
  pages: readonly XmlElement[],
): ReadonlyMap<number, readonly string[]> {
  const notes = new Map<number, readonly string[]>();
  const location = textAt(root, 'Annotations');
  const list = location === '' ? undefined : container.xml(location, path);
  if (!list) return notes;
  const indexes = new Map(pages.map((page, index) => [page.attributes.get('ID') ?? '', index]));
  for (const page of elements(list.root, 'Page')) {
    const index = indexes.get(page.attributes.get('PageID') ?? '');
    const file = index === undefined ? undefined : container.xml(textAt(page, 'FileLoc'), list.path);
    if (index === undefined || !file || notes.has(index)) continue;
    const shown = elements(file.root, 'Annot').filter(
      ({ attributes }) => attributes.get('Visible') !== 'false' && attributes.get('Type') !== 'Link',
    );
    if (shown.length > 0) notes.set(index, shown.slice(0, most).map(noteOf));
  }
  return notes;
}

function drawnText(group: XmlElement): string {
  return elements(group)
    .map((one) => (localName(one) === 'TextCode' ? textOf(one) : drawnText(one)))
    .join('');
}

function noteOf(annotation: XmlElement): string {
  const remark = textAt(annotation, 'Remark');
  const appearance = element(annotation, 'Appearance');
  const text = remark === '' && appearance ? drawnText(appearance) : remark;
  return text.replace(/\s+/gu, ' ').trim().slice(0, longest);
}
