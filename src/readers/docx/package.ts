import { ReadError } from '../reading.ts';
import { childrenOf, parseXml, type XmlElement } from '../xml-tree.ts';
import { openZip } from '../zip-archive.ts';

/** A part of an OOXML package (ECMA-376 part 2) with its relationships. */
export interface PackagePart {
  root: XmlElement;
  /** By relationship id. */
  relationships: ReadonlyMap<string, Relationship>;
}

interface Relationship {
  /** The last segment of its type: `styles`, `image`, `header`… */
  type: string;
  /** The name of another part, or an external address. */
  target: string;
  external: boolean;
}

/** An open DOCX: its main document and related parts. */
export interface DocxPackage {
  document: PackagePart;
  /** The main document's parts of a type, each once, in the order of their relationships. */
  parts: (type: string) => PackagePart[];
  /** A part's bytes. */
  read: (name: string) => Uint8Array | undefined;
}

/** Where the parts of a package come from. Names are found in any letter case. */
export interface PartSource {
  /** The root element of a part in XML. */
  xml: (name: string) => XmlElement | undefined;
  bytes: (name: string) => Uint8Array | undefined;
}

const office = 'http://schemas.openxmlformats.org';
const strict = 'http://purl.oclc.org/ooxml';
const microsoft = 'http://schemas.microsoft.com/office/word';

/** The transitional and the strict edition of the standard and Word's files of 2003 share prefixes. */
export const wordPrefixes: Readonly<Record<string, string>> = {
  [`${office}/wordprocessingml/2006/main`]: 'w',
  [`${strict}/wordprocessingml/main`]: 'w',
  [`${office}/officeDocument/2006/relationships`]: 'r',
  [`${strict}/officeDocument/relationships`]: 'r',
  [`${office}/officeDocument/2006/math`]: 'm',
  [`${strict}/officeDocument/math`]: 'm',
  [`${office}/drawingml/2006/main`]: 'a',
  [`${strict}/drawingml/main`]: 'a',
  [`${office}/drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${strict}/drawingml/wordprocessingDrawing`]: 'wp',
  [`${office}/package/2006/relationships`]: 'rel',
  [`${office}/markup-compatibility/2006`]: 'mc',
  [`${microsoft}/2010/wordprocessingShape`]: 'wps',
  [`${microsoft}/2003/wordml`]: 'w',
  [`${microsoft}/2003/auxHint`]: 'wx',
  'http://schemas.microsoft.com/aml/2001/core': 'aml',
  'http://schemas.microsoft.com/office/2006/xmlPackage': 'pkg',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://www.w3.org/XML/1998/namespace': 'xml',
};

/**
 * Opens a DOCX.
 *
 * @throws ReadError with the codes of `openZip` and `parseXml`, and `missing-part` without a main document.
 */
export function openPackage(bytes: Uint8Array): DocxPackage {
  const zip = openZip(bytes);
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  const read = (name: string) => zip.read(names.get(name.toLowerCase()) ?? name);
  return packageOf({
    xml: (name) => {
      const part = read(name);
      return part && parseXml(part, name, wordPrefixes);
    },
    bytes: read,
  });
}

/**
 * The package that parts make.
 *
 * @throws ReadError `missing-part` without a main document.
 */
export function packageOf(source: PartSource): DocxPackage {
  const main = [...relationsOf(source, '').values()].find(
    ({ type, external }) => type === 'officeDocument' && !external,
  );
  const document = openPart(source, main?.target ?? 'word/document.xml');
  if (document?.root.name !== 'w:document')
    throw new ReadError(
      'missing-part',
      '文件里没有 Word 正文（可能是别的办公文件改了扩展名，或已损坏）。请用办公软件打开、另存为 .docx 后再转换。',
    );
  return {
    document,
    read: source.bytes,
    parts: (type) => {
      const targets = [...document.relationships.values()]
        .filter((relation) => relation.type === type && !relation.external)
        .map(({ target }) => target);
      // Several relationships may name one part.
      return [...new Set(targets)].flatMap((target) => openPart(source, target) ?? []);
    },
  };
}

function openPart(source: PartSource, name: string): PackagePart | undefined {
  const root = source.xml(name);
  return root && { root, relationships: relationsOf(source, name) };
}

/** The relationships of a part, or of the package for an empty name. */
function relationsOf(source: PartSource, part: string): Map<string, Relationship> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const root = source.xml(`${folder}_rels/${part.slice(slash)}.rels`);
  const relations = new Map<string, Relationship>();
  for (const { attributes } of childrenOf(root, 'rel:Relationship')) {
    const external = attributes.get('TargetMode') === 'External';
    const target = attributes.get('Target') ?? '';
    relations.set(attributes.get('Id') ?? '', {
      type: attributes.get('Type')?.split('/').at(-1) ?? '',
      target: external ? target : resolve(folder, target),
      external,
    });
  }
  return relations;
}

function resolve(folder: string, target: string): string {
  const segments: string[] = [];
  for (const segment of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
