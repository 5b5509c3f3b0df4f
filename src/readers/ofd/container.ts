import { ReadError } from '../reading.ts';
import { childrenOf, parseXml, textOf, type XmlElement } from '../xml-tree.ts';
import { openZip } from '../zip-archive.ts';

/** The files of an OFD container, by locations as in GB/T 33190. */
export interface Container {
  /** The bytes at a location, relative to the file that names it; undefined when there is no such file. */
  bytes(location: string, from: string): Uint8Array | undefined;
  /** The XML at a location and its path; undefined when there is no such file. */
  xml(location: string, from: string): { root: XmlElement; path: string } | undefined;
}

/**
 * Opens an OFD container (GB/T 33190, 6): a ZIP archive whose files name each other by absolute (`/Doc_0/…`)
 * or relative paths (ST_Loc). Some writers change case or mean relative paths from the root, so these are
 * tried too.
 */
export function openContainer(bytes: Uint8Array): Container {
  const zip = openZip(bytes);
  const byLowerCase = new Map(zip.names.map((name) => [name.toLowerCase().replace(/^\/+/, ''), name]));
  const find = (location: string, from: string) => {
    const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/')) : '';
    const tries = location.startsWith('/') ? [location] : [`${folder}/${location}`, location];
    return tries.map((path) => byLowerCase.get(normalised(path))).find((name) => name !== undefined);
  };
  const parsed = new Map<string, XmlElement>();
  return {
    bytes: (location, from) => {
      const name = find(location, from);
      return name === undefined ? undefined : zip.read(name);
    },
    xml: (location, from) => {
      const path = find(location, from);
      const content = path === undefined ? undefined : zip.read(path);
      if (path === undefined || content === undefined) return undefined;
      const root = parsed.get(path) ?? parseXml(withoutMark(content), path, {});
      parsed.set(path, root);
      return { root, path };
    },
  };
}

function normalised(path: string): string {
  const parts: string[] = [];
  for (const part of path.trim().replaceAll('\\', '/').split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/').toLowerCase();
}

/** Removes a UTF-8 byte order mark. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** An element's name without its prefix: writers use namespaces and prefixes of their own. */
export function localName(element: XmlElement): string {
  return element.name.slice(element.name.indexOf(':') + 1);
}

/** The child elements of a name, in any namespace. */
export function elements(element: XmlElement | undefined, name?: string): XmlElement[] {
  const children = childrenOf(element);
  return name === undefined ? children : children.filter((child) => localName(child) === name);
}

/** The first element down a path of names. */
export function element(from: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => elements(found, name)[0], from);
}

/** The text of the first element down a path of names, trimmed. */
export function textAt(from: XmlElement | undefined, ...path: string[]): string {
  const found = element(from, ...path);
  return found ? textOf(found).trim() : '';
}

/** The numbers of a list such as ST_Box or ST_Array, ignoring anything else. */
export function numbersOf(text: string | undefined): number[] {
  return (text ?? '')
    .split(/[\s,]+/)
    .filter((word) => word !== '')
    .map(Number)
    .filter(Number.isFinite);
}

/** The error for a container without a required file. */
export function missingPart(what: string): ReadError {
  return new ReadError('damaged', `OFD 缺少${what}，文件不完整或已损坏。请重新下载或索取。`);
}
