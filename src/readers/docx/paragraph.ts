import type { Block, Inline, Paragraph } from '../block.ts';
import { childAt, type XmlElement } from '../xml-tree.ts';
import { numberAt, valueAt } from './property.ts';
import { readInlines } from './run.ts';
import { warnOnce, type StoryContext } from './story-context.ts';

/**
 * Reads a paragraph with the number that Word shows before it, followed by the text boxes anchored in it. A
 * paragraph whose mark was deleted continues in the next one.
 */
export function readParagraph(element: XmlElement, story: StoryContext): Block[] {
  const boxes: Block[] = [];
  const properties = childAt(element, 'w:pPr');
  const paragraphStyle = story.styles.paragraph(valueAt(properties, 'w:pStyle'));
  const shaded = story.shaded || childAt(properties, 'w:shd') !== undefined;
  const own = readInlines(element, { ...story, paragraphStyle, shaded }, boxes);
  const markDeleted = childAt(properties, 'w:rPr', 'w:del') ?? childAt(properties, 'w:rPr', 'w:moveFrom');
  if (markDeleted) {
    for (const inline of own) story.carried.push(inline);
    return boxes;
  }
  const inlines = [...story.carried.splice(0), ...own];
  const style = valueAt(properties, 'w:pStyle');
  const paragraph: Paragraph = {
    type: 'paragraph',
    inlines: [...numberOf(properties, style, story), ...inlines],
  };
  const outline = numberAt(properties, 'w:outlineLvl');
  const heading =
    outline === undefined ? story.styles.paragraph(style).heading : outline < 9 ? outline + 1 : undefined;
  if (heading !== undefined) paragraph.heading = heading;
  return [paragraph, ...boxes];
}

function numberOf(
  properties: XmlElement | undefined,
  style: string | undefined,
  story: StoryContext,
): Inline[] {
  const list = childAt(properties, 'w:numPr');
  const inherited = story.styles.paragraph(style).numbering;
  const id = numberAt(list, 'w:numId') ?? inherited?.id;
  if (id === undefined || id === 0) return [];
  const level = numberAt(list, 'w:ilvl') ?? levelOfStyle(id, style, story) ?? inherited?.level ?? 0;
  const number = story.nextNumber(id, level);
  if (!number || number.text === '') return [];
  const { text, unknownStyle } = number;
  return [
    { type: 'numbering', text },
    ...(unknownStyle === undefined
      ? []
      : warnOnce(
          story,
          'unknown-numbering',
          `自动编号“${text.trim()}”的样式（${unknownStyle}）不常见，已写成阿拉伯数字。请核对。`,
        )),
  ];
}

/** The level that a list definition links to a style. */
function levelOfStyle(id: number, style: string | undefined, story: StoryContext): number | undefined {
  for (const [index, level] of story.numberings.get(id)?.levels ?? [])
    if (style !== undefined && level.style === style) return index;
  return undefined;
}
