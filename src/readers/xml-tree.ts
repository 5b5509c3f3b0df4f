import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ReadError } from './reading.ts';

/** An XML element. Names carry the prefix given by `prefixes`, whatever prefix the file uses. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

/** Bounds on one part. Word's own nesting stays below a hundred levels. */
const bounds = { depth: 400, elements: 1_500_000 };

/**
 * Parses an XML part (UTF-8 or UTF-16) into a tree, with prefixes normalised by `prefixes` (URI → prefix). A
 * document type is refused, and with it every custom entity.
 *
 * @param part The part's name in messages.
 * @throws ReadError `xml-doctype`, `xml-malformed`, `undecodable`, `too-deep`, `too-large`.
 */
export function parseXml(
  bytes: Uint8Array,
  part: string,
  prefixes: Readonly<Record<string, string>>,
): XmlElement {
  const root: XmlElement = { name: '', attributes: new Map(), children: [] };
  const stack = [root];
  let count = 0;
  const parser = new SaxesParser({ xmlns: true, position: false });
  parser.on('error', (error) => {
    throw new ReadError(
      'xml-malformed',
      `文件里的“${part}”已损坏（${error.message}）。请用办公软件打开、另存后再转换。`,
    );
  });
  parser.on('doctype', () => {
    throw new ReadError(
      'xml-doctype',
      `文件里的“${part}”含有文档类型声明（DOCTYPE），正常公文没有它，为安全起见不读取。请用办公软件打开、另存后再转换。`,
    );
  });
  parser.on('opentag', (tag) => {
    count += 1;
    if (count > bounds.elements)
      throw new ReadError(
        'too-large',
        `文件里的“${part}”太大（超过 ${bounds.elements} 个元素）。请拆分后再转换。`,
      );
    if (stack.length > bounds.depth)
      throw new ReadError('too-deep', `文件里的“${part}”嵌套超过 ${bounds.depth} 层，不像正常公文。`);
    const element = { name: nameOf(tag, prefixes), attributes: attributesOf(tag, prefixes), children: [] };
    stack.at(-1)?.children.push(element);
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  const keep = (text: string) => stack.at(-1)?.children.push(text);
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.write(decodeXml(bytes, part)).close();
  const element = root.children.find((child) => typeof child !== 'string');
  return element ?? root;
}

/** The text of an element and its descendants. */
export function textOf(element: XmlElement): string {
  return element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The child elements of the given name, or all of them. */
export function childrenOf(element: XmlElement | undefined, name?: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** The first element down a path of names. */
export function childAt(element: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  return path.reduce<XmlElement | undefined>((found, name) => childrenOf(found, name)[0], element);
}

function nameOf(tag: SaxesTagNS, prefixes: Readonly<Record<string, string>>): string {
  return `${prefixes[tag.uri] ?? '?'}:${tag.local}`;
}

/** Attributes by local name; one with a namespace comes as `prefix:name`. */
function attributesOf(tag: SaxesTagNS, prefixes: Readonly<Record<string, string>>): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const { uri, local, value } of Object.values(tag.attributes)) {
    const prefix = prefixes[uri];
    attributes.set(prefix === undefined ? local : `${prefix}:${local}`, value);
  }
  return attributes;
}

function decodeXml(bytes: Uint8Array, part: string): string {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    throw new ReadError(
      'undecodable',
      `文件里的“${part}”有无法解码的字节，已损坏。请用办公软件打开、另存后再转换。`,
    );
  }
}

/** By its byte order mark, or as its declaration states (XML 1.0, 4.3.3). */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const stated = /^(?:\xef\xbb\xbf)?<\?xml\s[^>]{0,99}?encoding\s?=\s?["']([\w-]{1,40})/.exec(head)?.[1];
  return stated !== undefined && /^gb/i.test(stated) ? 'gb18030' : 'utf-8';
}
