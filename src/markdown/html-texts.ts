import type { RootContent } from 'hast';
import { rehype } from 'rehype';
import { isContainer } from './container.ts';

const reader = rehype().data('settings', { fragment: true }).freeze();

/** The text of each innermost block (cell, paragraph) of a piece of HTML, in order of reading. */
export function htmlTexts(html: string): string[] {
  const texts: string[] = [];
  let text = '';
  const end = () => {
    if (/\S/.test(text)) texts.push(text);
    text = '';
  };
  const visit = (nodes: readonly RootContent[]) => {
    for (const node of nodes) {
      if (node.type === 'text') text += node.value;
      else if (node.type === 'element') {
        const apart = isContainer(node);
        if (apart) end();
        if (node.tagName === 'br') text += '\n';
        visit(node.children);
        if (apart) end();
      }
    }
  };
  visit(reader.parse(html).children);
  end();
  return texts;
}
