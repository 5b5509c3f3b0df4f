import { createByteReader, type ByteReader } from './byte-reader.ts';
import { applyModifiers, type ParagraphProperties } from './paragraph-properties.ts';
import { readModifiers, type PropertyModifier } from './property-run.ts';
import { structures, type WordFile } from './word-file.ts';

interface ParsedStyle {
  parent: number;
  heading: number | undefined;
  modifiers: PropertyModifier[];
}

const noStyle = 0x0fff;
const title = 62;

/**
 * Reads the style sheet (MS-DOC 2.9.271); returns a style's paragraph properties, inherited ones included, by
 * the style's index.
 */
export function readStyleSheet({ table, structure }: WordFile): (style: number) => ParagraphProperties {
  const { at, length } = structure(structures.styleSheet);
  const sheet = createByteReader(table.slice(at, length));
  const styles = sheet.length < 6 ? [] : parseStyles(sheet);
  const known = new Map<number, ParagraphProperties>();
  const resolve = (index: number, depth: number): ParagraphProperties => {
    const before = known.get(index);
    if (before) return before;
    const style = styles[index];
    if (!style || depth > 20) return {};
    const inherited = style.parent === noStyle ? {} : resolve(style.parent, depth + 1);
    const named = style.heading === undefined ? inherited : { ...inherited, heading: style.heading };
    const properties = applyModifiers(named, style.modifiers);
    known.set(index, properties);
    return properties;
  };
  return (index) => resolve(index, 0);
}

function parseStyles(sheet: ByteReader): (ParsedStyle | undefined)[] {
  const header = sheet.u16(0);
  const count = sheet.u16(2);
  const base = sheet.u16(4);
  const styles: (ParsedStyle | undefined)[] = [];
  let at = 2 + header;
  for (let index = 0; index < count && at + 2 <= sheet.length; index += 1) {
    const size = sheet.u16(at);
    styles.push(size === 0 ? undefined : parseStyle(createByteReader(sheet.slice(at + 2, size)), base));
    at += 2 + size;
  }
  return styles;
}

function parseStyle(style: ByteReader, base: number): ParsedStyle | undefined {
  if (style.length < base + 2) return undefined;
  const builtIn = style.u16(0) & 0x0fff;
  const kind = style.u16(2) & 0x000f;
  const parent = style.u16(2) >> 4;
  const heading = builtIn >= 1 && builtIn <= 9 ? builtIn : builtIn === title ? 1 : undefined;
  const properties = base + 2 + style.u16(base) * 2 + 2;
  if (kind !== 1 || properties + 4 > style.length) return { parent, heading, modifiers: [] };
  const list = createByteReader(style.slice(properties + 2, style.u16(properties)));
  return { parent, heading, modifiers: readModifiers(list, 2) };
}
