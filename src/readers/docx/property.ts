import { childAt, type XmlElement } from '../xml-tree.ts';

/** The `w:val` of the element down a path of properties. */
export function valueAt(element: XmlElement | undefined, ...path: string[]): string | undefined {
  return childAt(element, ...path)?.attributes.get('w:val');
}

/** The same as an integer; undefined when it is not one. */
export function numberAt(element: XmlElement | undefined, ...path: string[]): number | undefined {
  const value = valueAt(element, ...path);
  return value !== undefined && /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Maps elements by an attribute; of several with the same value the first one counts. */
export function firstOf(all: readonly XmlElement[], attribute: string): Map<string | undefined, XmlElement> {
  const found = new Map<string | undefined, XmlElement>();
  for (const one of all) {
    const value = one.attributes.get(attribute);
    if (!found.has(value)) found.set(value, one);
  }
  return found;
}

/** An on–off property (ECMA-376 part 1, 17.17.4); undefined when absent. */
export function switchAt(element: XmlElement | undefined, ...path: string[]): boolean | undefined {
  const property = childAt(element, ...path);
  return property && !['0', 'false', 'off'].includes(property.attributes.get('w:val') ?? '');
}
