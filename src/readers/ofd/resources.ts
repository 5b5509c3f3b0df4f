import { textOf, type XmlElement } from '../xml-tree.ts';
import { element, elements, textAt, type Container } from './container.ts';

/** A font of a document. */
export interface OfdFont {
  name: string;
  bold: boolean;
}

/** Looks something up by ID. */
type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get'>;

/** What a document's resource files define, by ID. */
export interface Resources {
  fonts: Lookup<OfdFont>;
  /** Image files, read on demand. */
  images: Lookup<() => Uint8Array | undefined>;
  /** Vector groups that pages draw by reference (GB/T 33190, 13). */
  composites: Lookup<{ content: XmlElement; path: string }>;
}

/** Reads the resource files that some elements name, relative to a file; undefined when there are none. */
export type ResourceReader = (named: readonly XmlElement[], from: string) => Resources | undefined;

/**
 * Creates a reader of resource files (GB/T 33190, 7.9) that reads a file once, however many pages name it.
 */
export function createResourceReader(container: Container): ResourceReader {
  const known = new Map<string, Resources>();
  return (named, from) => {
    const files = named.flatMap((one) => {
      const location = textOf(one).trim();
      return location === '' ? [] : (container.xml(location, from) ?? []);
    });
    if (files.length === 0) return undefined;
    const key = files.map(({ path }) => path).join('\n');
    const resources = known.get(key) ?? readFiles(container, files);
    known.set(key, resources);
    return resources;
  };
}

/** Combines resources without copying them; later ones hide earlier ones of the same ID. */
export function layerResources(all: readonly Resources[]): Resources {
  const [only] = all;
  if (only && all.length === 1) return only;
  const lookup = <T>(lookups: readonly Lookup<T>[]): Lookup<T> => ({
    get: (id) => lookups.reduceRight<T | undefined>((found, one) => found ?? one.get(id), undefined),
  });
  return {
    fonts: lookup(all.map(({ fonts }) => fonts)),
    images: lookup(all.map(({ images }) => images)),
    composites: lookup(all.map(({ composites }) => composites)),
  };
}

function readFiles(container: Container, files: readonly { root: XmlElement; path: string }[]): Resources {
  const fonts = new Map<string, OfdFont>();
  const images = new Map<string, () => Uint8Array | undefined>();
  const composites = new Map<string, { content: XmlElement; path: string }>();
  for (const file of files) {
    const base = file.root.attributes.get('BaseLoc') ?? '';
    for (const font of elements(element(file.root, 'Fonts'), 'Font')) {
      const name = font.attributes.get('FontName') ?? '';
      const bold = font.attributes.get('Bold') === 'true' || /bold|heavy|black/i.test(name);
      fonts.set(idOf(font), { name, bold });
    }
    for (const media of elements(element(file.root, 'MultiMedias'), 'MultiMedia')) {
      const path = textAt(media, 'MediaFile');
      images.set(
        idOf(media),
        () =>
          container.bytes(base === '' ? path : `${base}/${path}`, file.path) ??
          container.bytes(path, file.path),
      );
    }
    for (const unit of elements(element(file.root, 'CompositeGraphicUnits'), 'CompositeGraphicUnit')) {
      const content = element(unit, 'Content');
      if (content) composites.set(idOf(unit), { content, path: file.path });
    }
  }
  return { fonts, images, composites };
}

function idOf(one: XmlElement): string {
  return one.attributes.get('ID') ?? '';
}
