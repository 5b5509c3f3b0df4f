import { childAt, childrenOf, type XmlElement } from '../xml-tree.ts';
import { scriptByPosition, type Script } from '../raised-text.ts';
import { numberAt, switchAt, valueAt } from './property.ts';

/** The properties of a style that affect the text. */
export interface Style {
  /** Heading depth, 1 to 9. */
  heading?: number;
  numbering?: { id: number; level?: number };
  hidden?: boolean;
  struck?: boolean;
  script?: Script | 'none';
}

export interface Styles {
  /** A paragraph style with its inherited properties; the default style without an id. */
  paragraph: (id: string | undefined) => Style;
  /** A character style with its inherited properties. */
  character: (id: string | undefined) => Style;
}

/** Reads the styles part (ECMA-376 part 1, 17.7), if there is one. */
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

  const resolve = (id: string): Style => {
    // Stops at a resolved style or a loop: a chain may be as long as the file allows.
    const chain = new Map<string, XmlElement>();
    let next: string | undefined = id;
    while (next !== undefined && !known.has(next) && !chain.has(next)) {
      const element = elements.get(next);
      if (!element) break;
      chain.set(next, element);
      next = valueAt(element, 'w:basedOn');
    }
    let style: Style = (next === undefined ? undefined : known.get(next)) ?? {};
    for (const [one, element] of [...chain].reverse()) {
      style = { ...style, ...ownOf(element) };
      known.set(one, style);
    }
    return style;
  };
  return {
    paragraph: (id) => resolve(id ?? standard?.attributes.get('w:styleId') ?? ''),
    character: (id) => (id === undefined ? {} : resolve(id)),
  };
}

/** How run properties strike text out or set it off its line (ECMA-376 part 1, 17.3.2.9, 17.3.2.37, 17.3.2.42). */
export function formattingAt(properties: XmlElement | undefined): Pick<Style, 'struck' | 'script'> {
  const [single, double] = [switchAt(properties, 'w:strike'), switchAt(properties, 'w:dstrike')];
  const align = valueAt(properties, 'w:vertAlign');
  const aligned = align === undefined ? undefined : (scripts.get(align) ?? 'none');
  const script = aligned ?? scriptByPosition(numberAt(properties, 'w:position') ?? 0);
  return {
    ...((single ?? double) !== undefined && { struck: single === true || double === true }),
    ...(script && { script }),
  };
}

/** Half-points. No letter has text as small as this. */
const tiny = 4;

/** Whether run properties make text white without anything behind it, or too small to be read. */
export function isFaint(properties: XmlElement | undefined): boolean {
  if (!properties) return false;
  if ((numberAt(properties, 'w:sz') ?? tiny + 1) <= tiny) return true;
  const isWhite = /^f{6}$/i.test(valueAt(properties, 'w:color') ?? '');
  return isWhite && !childAt(properties, 'w:shd') && !childAt(properties, 'w:highlight');
}

const scripts: ReadonlyMap<string, Script> = new Map([
  ['superscript', 'super'],
  ['subscript', 'sub'],
]);

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
  const { struck, script } = formattingAt(childAt(element, 'w:rPr'));
  if (struck !== undefined) style.struck = struck;
  if (script !== undefined) style.script = script;
  return style;
}
