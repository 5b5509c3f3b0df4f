import { mostPages } from '../page-limit.ts';
import { ReadError } from '../reading.ts';
import type { XmlElement } from '../xml-tree.ts';
import { readAnnotations } from './annotations.ts';
import { element, elements, missingPart, numbersOf, textAt, type Container } from './container.ts';
import { createResourceReader, layerResources, type Resources } from './resources.ts';

/** A page of an OFD document: its size in millimetres and its layers, from back to front. */
export interface OfdPage {
  box: [x: number, y: number, width: number, height: number];
  layers: { element: XmlElement; path: string; template: boolean }[];
  resources: Resources;
}

/** A file attached to the document. */
interface OfdAttachment {
  name: string;
  bytes: Uint8Array;
}

export interface OfdDocument {
  pages: OfdPage[];
  attachments: OfdAttachment[];
  /** How many seals of signatures are on its pages; they are not part of the text. */
  seals: number;
  /** What annotations on its pages say, by page; empty for one without text. */
  notes: ReadonlyMap<number, readonly string[]>;
  /** How many further documents are in the file, which are not read. */
  others: number;
}

/**
 * Opens the first document of an OFD file (GB/T 33190, 7): OFD.xml → Document.xml → pages, each with its
 * templates and resources. Annotations are quoted and signatures counted.
 *
 * @throws ReadError
 */
export function openDocument(container: Container): OfdDocument {
  const entry = container.xml('OFD.xml', '');
  if (!entry)
    throw new ReadError('not-ofd', '文件是压缩包，但不是 OFD（没有 OFD.xml）。请确认文件是否选对。');
  const body = element(entry.root, 'DocBody');
  const document = container.xml(textAt(body, 'DocRoot'), entry.path);
  if (!document) throw missingPart('文档主文件（Document.xml）');
  const { root, path } = document;
  const common = element(root, 'CommonData');
  const defaultBox = pageBoxOf(element(common, 'PageArea')) ?? [0, 0, 210, 297];
  const readResources = createResourceReader(container);
  const shared = readResources([...elements(common, 'PublicRes'), ...elements(common, 'DocumentRes')], path);
  const templates = new Map(
    elements(common, 'TemplatePage').map((template) => [
      template.attributes.get('ID') ?? '',
      { location: template.attributes.get('BaseLoc') ?? '', order: template.attributes.get('ZOrder') },
    ]),
  );
  const listed = elements(element(root, 'Pages'), 'Page');
  if (listed.length > mostPages)
    throw new ReadError(
      'too-many-pages',
      `OFD 有 ${listed.length} 页，超过 ${mostPages} 页，不像一份答复。请拆分后再转换。`,
    );
  const pages = listed.map((page, index): OfdPage => {
    const content = container.xml(page.attributes.get('BaseLoc') ?? '', path);
    if (!content) throw missingPart(`第 ${index + 1} 页的内容`);
    const own = layersOf(content, false);
    const used = elements(content.root, 'Template').flatMap((use) => {
      const template = templates.get(use.attributes.get('TemplateID') ?? '');
      const source = template && container.xml(template.location, path);
      const front = (use.attributes.get('ZOrder') ?? template?.order) === 'Foreground';
      return source ? [{ front, layers: layersOf(source, true), source }] : [];
    });
    const behind = used.filter(({ front }) => !front).flatMap(({ layers }) => layers);
    const before = used.filter(({ front }) => front).flatMap(({ layers }) => layers);
    // A template that is used several times is one source.
    const sources = new Map([content, ...used.map(({ source }) => source)].map((one) => [one.path, one]));
    const pageResources = [...sources.values()].flatMap(
      (source) => readResources(elements(source.root, 'PageRes'), source.path) ?? [],
    );
    return {
      box: pageBoxOf(element(content.root, 'Area')) ?? defaultBox,
      layers: [...behind, ...own, ...before],
      resources: layerResources([...(shared ? [shared] : []), ...pageResources]),
    };
  });
  return {
    pages,
    attachments: attachmentsOf(container, root, path),
    seals: sealsOf(container, textAt(body, 'Signatures'), entry.path),
    notes: readAnnotations(container, { root, path }, listed),
    others: Math.max(0, elements(entry.root, 'DocBody').length - 1),
  };
}

function layersOf({ root, path }: { root: XmlElement; path: string }, template: boolean): OfdPage['layers'] {
  return elements(element(root, 'Content'), 'Layer').map((layer) => ({ element: layer, path, template }));
}

function pageBoxOf(area: XmlElement | undefined): OfdPage['box'] | undefined {
  const [x, y, width, height] = numbersOf(textAt(area, 'PhysicalBox'));
  if (x === undefined || y === undefined || width === undefined || height === undefined) return undefined;
  // The limit of ISO 32000 is 5.08 m; nothing printed is wider.
  if (width <= 0 || height <= 0 || width > 5080 || height > 5080)
    throw new ReadError(
      'page-size',
      `OFD 的页面大小（${width}×${height} 毫米）不合常理。请用 OFD 软件打开、另存后再转换。`,
    );
  return [x, y, width, height];
}

function attachmentsOf(container: Container, root: XmlElement, path: string): OfdAttachment[] {
  const list = container.xml(textAt(root, 'Attachments'), path);
  if (!list || textAt(root, 'Attachments') === '') return [];
  return elements(list.root, 'Attachment').flatMap((attachment) => {
    const location = textAt(attachment, 'FileLoc');
    const bytes = container.bytes(location, list.path);
    const extension = /\.[^./\\]+$/.exec(location)?.[0] ?? '';
    const stated = attachment.attributes.get('Name') ?? '';
    const name = /\.[A-Za-z0-9]{1,5}$/.test(stated) ? stated : `${stated}${extension}`;
    return bytes && attachment.attributes.get('Visible') !== 'false' ? [{ name, bytes }] : [];
  });
}

function sealsOf(container: Container, location: string, from: string): number {
  const list = location === '' ? undefined : container.xml(location, from);
  return elements(list?.root, 'Signature').filter((signature) => signature.attributes.get('Type') !== 'Sign')
    .length;
}
