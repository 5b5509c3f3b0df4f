import { childAt, childrenOf, textOf, type XmlElement } from '../xml-tree.ts';
import type { PartSource } from './package.ts';

/** The parts of a package in one XML file (flat OPC, root `pkg:package`). */
export function flatParts(root: XmlElement): PartSource {
  const parts = new Map(
    childrenOf(root, 'pkg:part').map((part) => [
      (part.attributes.get('pkg:name') ?? '').replace(/^\//, '').toLowerCase(),
      part,
    ]),
  );
  const partOf = (name: string) => parts.get(name.toLowerCase());
  return {
    xml: (name) => childrenOf(childAt(partOf(name), 'pkg:xmlData'))[0],
    bytes: (name) => {
      const binary = childAt(partOf(name), 'pkg:binaryData');
      return binary && Buffer.from(textOf(binary), 'base64');
    },
  };
}
