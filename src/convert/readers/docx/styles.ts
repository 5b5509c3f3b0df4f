import { childAt, childrenOf, type XmlElement } from '../xml-tree.ts';
import { numberAt, switchAt, valueAt } from './property.ts';

/** What of a style bears on the text. */
export interface Style {
  /** The depth of a heading, 1 to 9. */
  heading?: number;
  numbering?: { id: number; level?: number };
  hidden?: boolean;
}

export interface Styles {
  /** A paragraph style with what it inherits; the default one for no id. */
  paragraph: (id: string | undefined) => Style;
  /** A character style with what it inherits. */
  character: (id: string | undefined) => Style;
}

/** Reads the styles part (ECMA-376 part 1, 17.7); without one, nothing has a style. */
export function readStyles(root: XmlElement | undefined): Styles {
  const elements = new Map(
    childrenOf(root, 'w:style').map((style) => [style.attributes.get('w:styleId') ?? '', style]),
  );
  const standard = childrenOf(root, 'w:style').find(
    ({ attributes }) =>
      attributes.get('w:type') === 'paragraph' &&
      ['1', 'true', 'on'].includes(attributes.get('w:default') ?? ''),
  );
  const known = new Map<string, Style>();

  const resolve = (id: string, seen: ReadonlySet<string>): Style => {
    const before = known.get(id);
    if (before) return before;
    const element = elements.get(id);
    if (!element || seen.has(id)) return {};
    const parent = valueAt(element, 'w:basedOn');
    const inherited = parent === undefined ? {} : resolve(parent, new Set([...seen, id]));
    const style = { ...inherited, ...ownOf(element) };
    known.set(id, style);
    return style;
  };
  const none = new Set<string>();
  return {
    paragraph: (id) => resolve(id ?? standard?.attributes.get('w:styleId') ?? '', none),
    character: (id) => (id === undefined ? {} : resolve(id, none)),
  };
}

function ownOf(element: XmlElement): Style {
  const style: Style = {};
  const outline = numberAt(element, 'w:pPr', 'w:outlineLvl');
  const named = /^heading ([1-9])$/i.exec(valueAt(element, 'w:name') ?? '')?.[1];
  const isTitle = /^title$/i.test(valueAt(element, 'w:name') ?? '');
  if (outline !== undefined && outline < 9) style.heading = outline + 1;
  else if (named !== undefined) style.heading = Number(named);
  else if (isTitle) style.heading = 1;
  const list = childAt(element, 'w:pPr', 'w:numPr');
  const id = numberAt(list, 'w:numId');
  const level = numberAt(list, 'w:ilvl');
  if (id !== undefined) style.numbering = level === undefined ? { id } : { id, level };
  const hidden = switchAt(element, 'w:rPr', 'w:vanish');
  if (hidden !== undefined) style.hidden = hidden;
  return style;
}
