import type { Block, Cell, Inline } from '../block.ts';
import type { PageBlock } from './page-blocks.ts';

const label = String.raw`\p{Script=Han}(?:[\s\u3000]*\p{Script=Han}){1,7}`;
/** `发文机关：…`, or with a tab where a style sheet separates label and value. */
const labelled = new RegExp(String.raw`^(${label})[\s\u3000]*(?:[:：]|\t)`, 'u');
const pairs = new RegExp(String.raw`${label}[\s\u3000]*[:：][\s\u3000]*[^\s:：]`, 'gu');
const labelCell = new RegExp(String.raw`^${label}[\s\u3000]*[:：]?$`, 'u');

/**
 * Decides which blocks outside the letter's body belong to the letter: its header block (tables and lines of
 * labels with values) and its visible title, both before the body. Everything else stays in the text, dropped
 * as `site-chrome`, so that nothing of the page disappears; a title that repeats the metadata is dropped as
 * `repeated`. Running text outside the body is reported, because the body may have been cut.
 */
export function dropBoilerplate(
  blocks: readonly PageBlock[],
  titles: readonly string[],
  stated: string | undefined,
): Block[] {
  const first = blocks.findIndex(({ inBody }) => inBody);
  const before = first === -1 ? [] : blocks.slice(0, first);
  const title = titleAmong(before, titles);
  let warned = false;
  return blocks.map((entry, index) => {
    const { block } = entry;
    if (entry.inBody || first === -1) return block;
    if (index === title) {
      const same = stated !== undefined && tight(textOf(block)) === tight(stated);
      return same ? { ...block, dropped: 'repeated' } : { ...block, heading: 1 };
    }
    const near = [blocks[index - 1], blocks[index + 1]].some((other) => other && isHeader(other));
    const below = title !== -1 && index > title;
    if (
      index < first &&
      (isHeader(entry) ? near || title === -1 || below || isRich(entry) : below && isByline(entry))
    )
      return block;
    if (!warned && isRunning(entry)) {
      warned = true;
      return withWarning(block);
    }
    return { ...block, dropped: 'site-chrome' };
  });
}

/**
 * The index of the block that shows the title: one that the page's own title contains, else the last heading
 * before the body; -1 for none.
 */
function titleAmong(before: readonly PageBlock[], titles: readonly string[]): number {
  const wanted = titles.map(tight);
  let best = -1;
  let length = 7;
  before.forEach((entry, index) => {
    const text = tight(textOf(entry.block));
    if (entry.block.type === 'table' || entry.linked * 2 > text.length || text.length <= length) return;
    if (!wanted.some((one) => one.includes(text))) return;
    best = index;
    ({ length } = text);
  });
  if (best !== -1) return best;
  return before.findLastIndex(
    ({ block, linked }) =>
      block.type === 'paragraph' &&
      block.heading !== undefined &&
      linked === 0 &&
      tight(textOf(block)).length > 7,
  );
}

function isHeader({ block, linked }: PageBlock): boolean {
  if (block.type === 'table') {
    const labels = block.rows.flat().filter((cell) => labelCell.test(cellText(cell).trim())).length;
    return (
      labels >= 2 && block.rows.every((row) => row.length <= 8) && labels * 4 >= block.rows.flat().length
    );
  }
  const text = textOf(block).trimStart();
  const named = labelled.exec(text)?.[0];
  if (named === undefined || text.length > 300 || text.includes('。')) return false;
  // A breadcrumb (当前位置：…) has a label too, but links for a value.
  return linked * 2 <= tight(text.slice(named.length)).length;
}

/** Whether this is the line below a title that says when and by whom it was posted. */
function isByline({ block, linked }: PageBlock): boolean {
  const text = textOf(block);
  if (block.type === 'table' || text.length > 300 || text.includes('。')) return false;
  return text.search(pairs) !== -1 && linked * 2 < tight(text).length;
}

/** Whether several labels with values rule out a breadcrumb. */
function isRich({ block }: PageBlock): boolean {
  return block.type === 'table' || (textOf(block).match(pairs)?.length ?? 0) > 1;
}

function isRunning({ block, linked }: PageBlock): boolean {
  const text = textOf(block);
  return block.type === 'paragraph' && text.length > 60 && text.includes('。') && linked * 3 < text.length;
}

function withWarning(block: Block): Block {
  if (block.type === 'table') return { ...block, dropped: 'site-chrome' };
  const message: Inline = {
    type: 'message',
    message: {
      level: 'warning',
      rule: 'text-outside-body',
      text: '网页正文之外还有成段文字，已按网站内容略去。如属于答复，请补入正文。',
    },
  };
  return { ...block, inlines: [message, ...block.inlines], dropped: 'site-chrome' };
}

function textOf(block: Block): string {
  if (block.type === 'table') return block.rows.map((row) => row.map(cellText).join('\t')).join('\n');
  return block.inlines
    .map((inline) => {
      if (typeof inline === 'string') return inline;
      return 'text' in inline ? inline.text : '';
    })
    .join('');
}

function cellText(cell: Cell): string {
  return cell.blocks.map(textOf).join(' ');
}

function tight(text: string): string {
  return text.replace(/\s+/g, '');
}
