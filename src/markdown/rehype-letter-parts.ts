import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';

/** 2019年6月10日, 二〇一九年六月十日 */
const date =
  /^[\d〇零○一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$/;
/** The longest line that is still a name and no sentence. */
const longestName = 60;

/**
 * Marks the parts of a letter that official layout sets apart: its salutation (主送机关), and the
 * date of writing (成文日期) with the names above it (署名). Classes only: the text stays as it is.
 */
export function rehypeLetterParts(): (tree: Root) => void {
  return (tree) => {
    const blocks = tree.children.filter((child) => child.type === 'element');
    const [first] = blocks;
    if (first?.tagName === 'p' && /[：:]$/.test(readLine(first))) mark(first, 'salutation');

    const at = blocks.findLastIndex((block) => block.tagName === 'p' && date.test(readLine(block)));
    const dated = blocks[at];
    if (dated === undefined) return;
    mark(dated, 'date');
    for (let above = at - 1; above > 0; above -= 1) {
      const block = blocks[above];
      if (block === undefined || !isName(block)) break;
      mark(block, 'signature');
    }
  };
}

function isName(block: Element): boolean {
  const line = readLine(block);
  return (
    block.tagName === 'p' && line.length <= longestName && line !== '' && !/[，。；：！？,;:!?]/.test(line)
  );
}

function readLine(element: Element): string {
  return toString(element).replace(/\s+/g, '');
}

function mark(element: Element, name: string): void {
  element.properties.className = [name];
}
