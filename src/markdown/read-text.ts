import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { htmlTexts } from './html-texts.ts';
import { remarkPlugins } from './plugins.ts';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkPlugins).freeze();
const leaves = new Set(['paragraph', 'heading', 'tableCell', 'code']);

/**
 * The text of each leaf block (paragraph, heading, table cell) of a Markdown body, in order of reading. Its
 * marks, the tags in it and the descriptions of images aside.
 */
export function bodyTexts(body: string): string[] {
  const texts: string[] = [];
  visit(reader.parse(body), (node: Nodes) => {
    if (node.type === 'html') texts.push(...htmlTexts(node.value));
    if (!leaves.has(node.type)) return;
    texts.push(toString(node, { includeHtml: false, includeImageAlt: false }));
    return SKIP;
  });
  return texts;
}

/** What images of a Markdown body say to those who do not see them: descriptions and titles, in order. */
export function imageTexts(body: string): string[] {
  const texts: string[] = [];
  visit(reader.parse(body), (node: Nodes) => {
    if (node.type === 'image' || node.type === 'imageReference') texts.push(node.alt ?? '');
    if (node.type === 'image' || node.type === 'definition') texts.push(node.title ?? '');
    if (node.type === 'html')
      for (const [, , text = ''] of node.value.matchAll(/\s(?:alt|title)\s*=\s*(["'])(.*?)\1/gisu))
        texts.push(text);
  });
  return texts.filter((text) => text.trim() !== '');
}
