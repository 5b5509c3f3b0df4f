import { numberFormat } from '../word/number-format.ts';
import { childAt, childrenOf, textOf, type XmlElement } from '../xml-tree.ts';
import type { DocxPackage, PackagePart } from './package.ts';
import { valueAt } from './property.ts';

/** What is taken out of the body of a WordprocessingML 2003 document: parts of their own in a DOCX. */
interface Extracted {
  notes: Record<'w:footnote' | 'w:endnote', XmlElement[]>;
  margins: Record<'w:hdr' | 'w:ftr', XmlElement[]>;
  /** Pictures in Base64 by their names. */
  pictures: Map<string, XmlElement>;
}

/**
 * Makes a package of a Word document in one XML file (WordprocessingML 2003, root `w:wordDocument`), with the elements
 * that ECMA-376 has instead: its lists, notes, headers and pictures are parts, and tracked changes are elements of
 * their own.
 */
export function wordmlPackage(root: XmlElement): DocxPackage {
  const extracted: Extracted = {
    notes: { 'w:footnote': [], 'w:endnote': [] },
    margins: { 'w:hdr': [], 'w:ftr': [] },
    pictures: new Map(),
  };
  const [body] = translateAll(childrenOf(root, 'w:body'), extracted);
  const [styles] = translateAll(childrenOf(root, 'w:styles'), extracted);
  const relationships = new Map(
    [...extracted.pictures.keys()].map((name) => [name, { type: 'image', target: name, external: false }]),
  );
  const partsOf = (...roots: XmlElement[]): PackagePart[] =>
    roots.map((one) => ({ root: one, relationships }));
  const parts: Readonly<Record<string, PackagePart[]>> = {
    styles: styles ? partsOf(styles) : [],
    numbering: partsOf(numberingOf(childAt(root, 'w:lists'))),
    footnotes: partsOf(elementOf('w:footnotes', {}, extracted.notes['w:footnote'])),
    endnotes: partsOf(elementOf('w:endnotes', {}, extracted.notes['w:endnote'])),
    header: partsOf(...extracted.margins['w:hdr']),
    footer: partsOf(...extracted.margins['w:ftr']),
  };
  return {
    document: { root: elementOf('w:document', {}, body ? [body] : []), relationships },
    parts: (type) => (Object.hasOwn(parts, type) ? (parts[type] ?? []) : []),
    read: (name) => {
      const picture = extracted.pictures.get(name);
      return picture && Buffer.from(textOf(picture), 'base64');
    },
  };
}

function elementOf(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: XmlElement['children'] = [],
): XmlElement {
  return { name, attributes: new Map(Object.entries(attributes)), children };
}

function translateAll(children: XmlElement['children'], extracted: Extracted): XmlElement[] {
  return children.flatMap((child) => (typeof child === 'string' ? [] : translate(child, extracted)));
}

const renamed: ReadonlyMap<string, string> = new Map([
  ['w:hlink', 'w:hyperlink'],
  ['w:vmerge', 'w:vMerge'],
  ['w:hmerge', 'w:hMerge'],
]);

function translate(element: XmlElement, extracted: Extracted): XmlElement[] {
  const { name, attributes } = element;
  const within = (): XmlElement['children'] =>
    element.children.flatMap((child): XmlElement['children'] =>
      typeof child === 'string' ? [child] : translate(child, extracted),
    );
  switch (name) {
    case 'aml:annotation':
      return annotation(element, extracted);
    case 'w:t':
      // The root says once that white space counts.
      return [{ ...element, attributes: new Map([...attributes, ['xml:space', 'preserve']]) }];
    case 'w:listPr': {
      const number = elementOf('w:numId', { 'w:val': valueAt(element, 'w:ilfo') ?? '' });
      return [elementOf('w:numPr', {}, [...childrenOf(element, 'w:ilvl'), number])];
    }
    case 'w:footnote':
    case 'w:endnote': {
      const notes = extracted.notes[name];
      const id = { 'w:id': String(notes.length) };
      const note = elementOf(name, id);
      notes.push(note);
      note.children = within();
      return [elementOf(`${name}Reference`, id)];
    }
    case 'w:hdr':
    case 'w:ftr':
      extracted.margins[name].push({ ...element, children: within() });
      return [];
    case 'w:binData':
      extracted.pictures.set(attributes.get('w:name') ?? '', element);
      return [];
    case 'v:imagedata':
      return [elementOf(name, { 'r:id': attributes.get('src') ?? '' })];
    case 'wx:sect':
    case 'wx:sub-section':
    case 'wx:pBdrGroup':
      return translateAll(element.children, extracted);
    default:
      // Elements of other schemas surround text: smart tags and forms.
      if (name.startsWith('?:')) return [elementOf('w:customXml', {}, within())];
      return name.startsWith('wx:')
        ? []
        : [{ name: renamed.get(name) ?? name, attributes, children: within() }];
  }
}

/** Tracked changes and comments; bookmarks and earlier formatting are no text. */
function annotation(element: XmlElement, extracted: Extracted): XmlElement[] {
  const content = childAt(element, 'aml:content');
  switch (element.attributes.get('w:type')) {
    case 'Word.Insertion':
      return [elementOf('w:ins', {}, translateAll(content?.children ?? [], extracted))];
    case 'Word.Deletion':
      return [elementOf('w:del', {})];
    case 'Word.Comment':
      return [elementOf('w:commentReference', {})];
    default:
      return [];
  }
}

/** The lists as the numbering part of a DOCX. */
function numberingOf(lists: XmlElement | undefined): XmlElement {
  const definitions = childrenOf(lists, 'w:listDef').map((definition) =>
    elementOf('w:abstractNum', { 'w:abstractNumId': definition.attributes.get('w:listDefId') ?? '' }, [
      ...childrenOf(definition, 'w:listStyleLink').map((link) => ({ ...link, name: 'w:numStyleLink' })),
      ...childrenOf(definition, 'w:lvl').map(levelOf),
    ]),
  );
  const uses = childrenOf(lists, 'w:list').map((list) =>
    elementOf('w:num', { 'w:numId': list.attributes.get('w:ilfo') ?? '' }, [
      elementOf('w:abstractNumId', { 'w:val': valueAt(list, 'w:ilst') ?? '' }),
      ...childrenOf(list, 'w:lvlOverride').map((override) => ({
        ...override,
        children: childrenOf(override).map((one) => (one.name === 'w:lvl' ? levelOf(one) : one)),
      })),
    ]),
  );
  return elementOf('w:numbering', {}, [...definitions, ...uses]);
}

function levelOf(level: XmlElement): XmlElement {
  const children = childrenOf(level).map((child) => {
    const value = child.attributes.get('w:val') ?? '';
    if (child.name === 'w:nfc') return elementOf('w:numFmt', { 'w:val': numberFormat(Number(value)) });
    return child.name === 'w:suff' ? elementOf('w:suff', { 'w:val': value.toLowerCase() }) : child;
  });
  return { ...level, children };
}
