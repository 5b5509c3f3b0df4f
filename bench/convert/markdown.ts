import type { Element, Nodes } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeRaw from 'rehype-raw';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Block } from './block.ts';

const reader = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .freeze();
const leaves = new Set(['p', 'dt', 'dd', 'pre', 'figcaption']);

/** Parses the blocks of a Markdown text, including embedded HTML: ours and every peer's in the same way. */
export function readMarkdown(markdown: string): Block[] {
  return blocksOf(reader.runSync(reader.parse(markdown)));
}

function blocksOf(node: Nodes): Block[] {
  if (!('children' in node)) return [];
  const blocks: Block[] = [];
  let loose = '';
  const flush = () => {
    if (loose.trim() !== '') blocks.push({ kind: 'paragraph', text: loose.trim() });
    loose = '';
  };
  for (const child of node.children) {
    if (child.type === 'text') loose += child.value;
    else if (child.type === 'element' && !isBlock(child)) loose += toString(child);
    else if (child.type === 'element') {
      flush();
      blocks.push(...elementBlocks(child));
    }
  }
  flush();
  return blocks;
}

function elementBlocks(element: Element): Block[] {
  const heading = /^h([1-6])$/.exec(element.tagName);
  const text = toString(element).trim();
  if (heading) return text === '' ? [] : [{ kind: 'heading', depth: Number(heading[1]), text }];
  if (element.tagName === 'table') return [{ kind: 'table', rows: rowsOf(element) }];
  if (leaves.has(element.tagName)) return text === '' ? [] : [{ kind: 'paragraph', text }];
  return blocksOf(element);
}

function rowsOf(node: Element): string[][] {
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    if (child.tagName !== 'tr') return rowsOf(child);
    const cells = child.children.filter((cell) => cell.type === 'element');
    const row = cells.map((cell) => toString(cell).trim());
    // GFM requires a head row, so some tools write an empty one.
    return row.every((text) => text === '') ? [] : [row];
  });
}

/** Whether an element separates the text around it. */
function isBlock({ tagName }: Element): boolean {
  return (
    /^(h[1-6]|table|ul|ol|li|dl|div|section|article|blockquote|hr|br|html|body|head|figure)$/.test(tagName) ||
    leaves.has(tagName)
  );
}
