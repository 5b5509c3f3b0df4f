import type { Element, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Root as MarkdownRoot } from 'mdast';
import { isContainer } from './container.ts';
import { letterProcessor } from './processor.ts';

/**
 * A letter's body as plain text, for readers without any markup: a blank line between blocks, the cells
 * of a table's row apart by tabs, list items with their sign or number, images by their description.
 *
 * @param body The Markdown after the frontmatter.
 * @returns Lines that end in `\n`.
 */
export function plainText(body: string): string {
  const tree = letterProcessor.runSync(letterProcessor.parse(body) satisfies MarkdownRoot);
  const blocks = blocksOf(tree.children);
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** The texts of the blocks among `nodes`; text between blocks is a block of its own. */
function blocksOf(nodes: readonly RootContent[]): string[] {
  const blocks: string[] = [];
  let loose: RootContent[] = [];
  const end = () => {
    const text = lineText(loose);
    if (text !== '') blocks.push(text);
    loose = [];
  };
  for (const node of nodes) {
    if (node.type !== 'element' || !isContainer(node)) loose.push(node);
    else {
      end();
      blocks.push(...blockTexts(node));
    }
  }
  end();
  return blocks;
}

function blockTexts(element: Element): string[] {
  const { tagName, children } = element;
  if (tagName === 'tr') return [rowText(element)];
  if (tagName === 'ul' || tagName === 'ol') return [listText(element)];
  if (tagName === 'pre') return [toString(element).trimEnd()];
  const inner = blocksOf(children);
  return isTablePart(tagName) ? joined(inner, '\n') : inner;
}

function isTablePart(tagName: string): boolean {
  return ['table', 'thead', 'tbody', 'tfoot'].includes(tagName);
}

function rowText(row: Element): string {
  const cells = row.children.filter((cell) => cell.type === 'element');
  return cells.map((cell) => blocksOf(cell.children).join(' ')).join('\t');
}

function listText(list: Element): string {
  const first = typeof list.properties.start === 'number' ? list.properties.start : 1;
  const items = list.children.filter((child) => child.type === 'element');
  return items
    .map((item, index) => {
      const sign = list.tagName === 'ol' ? `${first + index}. ` : '- ';
      return (
        sign +
        blocksOf(item.children)
          .join('\n')
          .replaceAll('\n', `\n${' '.repeat(sign.length)}`)
      );
    })
    .join('\n');
}

/** The text of a line; breaks that the letter sets are kept, those of its source are not. */
function lineText(nodes: readonly RootContent[]): string {
  return nodes.map(inlineText).join('').trim();
}

function inlineText(node: RootContent): string {
  if (node.type === 'text') return node.value.replace(/(?<!\s)[^\S\n]*\n\s*/g, ' ');
  if (node.type !== 'element') return '';
  if (node.tagName === 'br') return '\n';
  if (node.tagName === 'img') return `［图片：${node.properties.alt ?? ''}］`;
  if ('dataFootnoteBackref' in node.properties) return '';
  const text = node.children.map(inlineText).join('');
  return 'dataFootnoteRef' in node.properties ? `［${text}］` : text;
}

function joined(texts: string[], gap: string): string[] {
  return texts.length === 0 ? [] : [texts.join(gap)];
}
