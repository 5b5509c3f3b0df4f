/** A node of an XML document: an element, or text, which is escaped when written. */
export type XmlNode = XmlElement | string;

export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: readonly XmlNode[];
}

/**
 * Makes an element.
 *
 * @param content The element's text, or its children.
 */
export function xmlElement(
  name: string,
  attributes: Record<string, string>,
  content: string | readonly XmlNode[] = [],
): XmlElement {
  return { name, attributes, children: typeof content === 'string' ? [content] : content };
}

/**
 * Writes an XML 1.0 document. It is well-formed for any text: characters that XML forbids even in escaped
 * form (most control characters, U+FFFE, U+FFFF, lone surrogates) are omitted.
 */
export function writeXmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${writeNode(root)}\n`;
}

function writeNode(node: XmlNode): string {
  if (typeof node === 'string') return escapeText(node);
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapeText(value)}"`,
  );
  const start = `<${node.name}${attributes.join('')}`;
  // Elements are on lines of their own, text is between its tags.
  const lines = node.children.some((child) => typeof child !== 'string') ? '\n' : '';
  const content = node.children.map((child) => writeNode(child) + lines).join('');
  return content === '' ? `${start}/>` : `${start}>${lines}${content}</${node.name}>`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  // In `]]>` it must be escaped.
  '>': '&gt;',
  '"': '&quot;',
  // Unescaped, these would be normalised to spaces in an attribute.
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? '');
}
