import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { remarkPlugins } from './plugins.ts';

const reader = unified().use(remarkParse).use(remarkGfm).use(remarkPlugins).freeze();
const leaves = new Set(['paragraph', 'heading', 'tableCell', 'code', 'html']);

/** The text of each leaf block (paragraph, heading, table cell) of a Markdown body, its marks aside. */
export function bodyTexts(body: string): string[] {
  const texts: string[] = [];
  visit(reader.parse(body), (node: Nodes) => {
    if (leaves.has(node.type)) texts.push(node.type === 'html' ? withoutTags(node) : toString(node));
  });
  return texts;
}

function withoutTags(node: Nodes): string {
  return 'value' in node ? node.value.replace(/<[^>]*>/g, '') : '';
}
