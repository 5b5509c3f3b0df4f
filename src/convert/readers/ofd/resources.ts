import { textOf, type XmlElement } from '../xml-tree.ts';
import { element, elements, textAt, type Container } from './container.ts';

/** A font as a document names it. */
export interface OfdFont {
  name: string;
  bold: boolean;
}

/** What a document's resource files define, by ID. */
export interface Resources {
  fonts: Map<string, OfdFont>;
  /** Image files, read when they are asked for. */
  images: Map<string, () => Uint8Array | undefined>;
  /** Vector groups that pages draw by reference (GB/T 33190, 13). */
  composites: Map<string, { content: XmlElement; path: string }>;
}

/** Reads the resource files that some elements name (GB/T 33190, 7.9). */
export function readResources(container: Container, named: readonly XmlElement[], from: string): Resources {
  const result: Resources = { fonts: new Map(), images: new Map(), composites: new Map() };
  for (const location of named.map((one) => textOf(one).trim())) {
    const file = location === '' ? undefined : container.xml(location, from);
    if (!file) continue;
    const base = file.root.attributes.get('BaseLoc') ?? '';
    for (const font of elements(element(file.root, 'Fonts'), 'Font')) {
      const name = font.attributes.get('FontName') ?? '';
      const bold = font.attributes.get('Bold') === 'true' || /bold|heavy|black/i.test(name);
      result.fonts.set(idOf(font), { name, bold });
    }
    for (const media of elements(element(file.root, 'MultiMedias'), 'MultiMedia')) {
      const path = textAt(media, 'MediaFile');
      result.images.set(
        idOf(media),
        () =>
          container.bytes(base === '' ? path : `${base}/${path}`, file.path) ??
          container.bytes(path, file.path),
      );
    }
    for (const unit of elements(element(file.root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) {
      const content = element(unit, 'Content');
      if (content) result.composites.set(idOf(unit), { content, path: file.path });
    }
  }
  return result;
}

function idOf(one: XmlElement): string {
  return one.attributes.get('ID') ?? '';
}
