import type { Block, Inline } from '../block.ts';
import type { Script } from '../raised-text.ts';
import { withoutLayout } from '../layout-table.ts';
import type { LetterBody } from './letter-body.ts';
import {
  deepestNesting,
  elementsOf,
  isElement,
  parentOf,
  tooDeep,
  type Element,
  type Node,
  type ParentNode,
} from './document.ts';
import type { FileCollector } from './file-collector.ts';
import { formattingOf, textIn } from './formatted-text.ts';
import { createInlineFormatter } from './inline-formatting.ts';
import { numberListItems } from './ordered-list.ts';
import { raisedInlines } from './raised-inlines.ts';
import { readTable } from './table.ts';
import { faintInlines, unreadFrame, unseenInlines } from './unseen-content.ts';
import { isFaint, isHidden } from './visibility.ts';

/** A block of the page, with what its position says about it. */
export interface PageBlock {
  block: Block;
  inBody: boolean;
  /** How many of its visible characters are in links. */
  linked: number;
}

const blockTags = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr ucapcontent ul xmp listing'.split(
    ' ',
  ),
);
const preserving = new Set(['pre', 'xmp', 'listing']);
const framed = new Map([
  ['iframe', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);
/** A label of a header block, such as 索 引 号, with or without its colon. */
const labelShape = /^\p{Script=Han}(?:[\s\u3000]*\p{Script=Han}){1,7}[\s\u3000]*[:：]?$/u;

/** The state that a walk passes down to children. */
interface WalkState {
  inBody: boolean;
  linked: boolean;
  preserved: boolean;
  heading: number | undefined;
  depth: number;
}

/** All visible text of a page as blocks, in document order. */
export function toPageBlocks(
  root: ParentNode,
  body: LetterBody | undefined,
  files: FileCollector,
): PageBlock[] {
  const around = ancestorsOf(body);
  const roots = body?.roots;
  const start: WalkState = {
    inBody: false,
    linked: false,
    preserved: false,
    heading: undefined,
    depth: 0,
  };
  return walk(root, start);

  function walk(from: ParentNode, state: WalkState): PageBlock[] {
    const blocks: PageBlock[] = [];
    const formatter = createInlineFormatter();
    let number: string | undefined;
    const end = ({ inBody, heading }: WalkState): void => {
      const ended = formatter.end();
      if (!ended) return;
      if (heading !== undefined) ended.paragraph.heading = heading;
      blocks.push({ block: ended.paragraph, inBody, linked: ended.linked });
    };
    const visitAll = (parent: ParentNode, inner: WalkState): void => {
      for (const child of parent.childNodes) visit(child, inner);
    };
    const visit = (node: Node, outer: WalkState): void => {
      if (outer.depth > 2 * deepestNesting) throw tooDeep();
      const entering = !outer.inBody && roots?.has(node) === true;
      if (entering) end(outer);
      const inner = { ...outer, inBody: outer.inBody || entering, depth: outer.depth + 1 };
      if ('value' in node) {
        if (number !== undefined && number !== '' && node.value.trim() !== '') {
          formatter.put({ type: 'numbering', text: number });
          number = undefined;
        }
        formatter.text(node.value, inner);
      } else if (isElement(node)) visitElement(node, inner, outer);
      if (entering) end(inner);
    };
    const visitElement = (element: Element, inner: WalkState, outer: WalkState): void => {
      const { tagName } = element;
      const source = framed.get(tagName);
      if (source !== undefined) {
        const file = files.link(element, source);
        putAll(file.length > 0 || !inner.inBody ? file : unreadFrame(element, source), inner);
      }
      if (isHidden(element)) {
        if (inner.inBody) putAll(unseenInlines(element), inner);
        return;
      }
      if (inner.inBody && isFaint(element)) putAll(faintInlines(element), inner);
      const formatting = formattingOf(element);
      if (formatting === 'struck') {
        if (inner.inBody) formatter.put({ type: 'struck', text: textIn(element) });
      } else if (formatting !== undefined && !blockTags.has(tagName)) visitRaised(element, formatting, inner);
      else if (tagName === 'br') formatter.put({ type: 'break' });
      else if (tagName === 'img') {
        if (inner.inBody) for (const inline of files.image(element)) formatter.put(inline);
      } else if (tagName === 'table' && !around.has(element)) {
        end(outer);
        blocks.push(...tableBlocks(element, inner));
      } else if (blockTags.has(tagName)) visitBlock(element, inner, outer);
      else visitInline(element, inner);
    };
    const visitRaised = (element: Element, script: Script, inner: WalkState): void => {
      // A picture that is raised is no text.
      if ([...elementsOf(element)].some(({ tagName }) => tagName === 'img')) visitAll(element, inner);
      else putAll(raisedInlines(element, script), inner);
    };
    const putAll = (inlines: readonly Inline[], inner: WalkState): void => {
      for (const inline of inlines)
        if (typeof inline === 'string') formatter.text(inline, inner);
        else formatter.put(inline);
    };
    const visitBlock = (element: Element, inner: WalkState, outer: WalkState): void => {
      const { tagName } = element;
      const joins = tagName === 'dd' && labelShape.test(formatter.line());
      if (joins) formatter.gap('\t');
      else end(outer);
      const level = /^h([1-6])$/.exec(tagName)?.[1];
      const state = {
        ...inner,
        heading: level === undefined ? inner.heading : Number(level),
        preserved: inner.preserved || preserving.has(tagName),
      };
      if (tagName === 'ol' && inner.inBody) {
        const numbers = numberListItems(element);
        for (const child of element.childNodes) {
          number = isElement(child) ? numbers.get(child) : undefined;
          visit(child, state);
        }
        number = undefined;
      } else visitAll(element, state);
      if (tagName !== 'dt' || !labelShape.test(formatter.line())) end(state);
    };
    const visitInline = (element: Element, inner: WalkState): void => {
      const isLink = element.tagName === 'a';
      visitAll(element, { ...inner, linked: inner.linked || isLink });
      if (isLink) for (const inline of files.link(element)) formatter.put(inline);
      // Outside the body, style sheets rather than spaces separate labels, values and fields.
      if (!inner.inBody && inner.heading === undefined)
        formatter.gap(!formatter.hasLink() && labelShape.test(formatter.line()) ? '\t' : ' ');
    };
    visitAll(from, state);
    end(state);
    return blocks;
  }

  function tableBlocks(element: Element, state: WalkState): PageBlock[] {
    const links = new Map<Block, number>();
    const read = (part: Element): Block[] =>
      walk(part, state).map(({ block, linked }) => {
        links.set(block, linked);
        return block;
      });
    const untold = (inlines: Inline[]): Block[] => (state.inBody ? [{ type: 'paragraph', inlines }] : []);
    const { captions, table } = readTable(element, {
      read: (part) =>
        isStruck(part, element) ? untold([{ type: 'struck', text: textIn(part) }]) : read(part),
      unseen: (part) => untold(unseenInlines(part)),
    });
    const total = [...links.values()].reduce((sum, linked) => sum + linked, 0);
    return [...captions, ...withoutLayout(table)].map((block) => ({
      block,
      inBody: state.inBody,
      linked: links.get(block) ?? total,
    }));
  }
}

/** Whether a cell is struck out, alone or with its row or table. */
function isStruck(cell: Element, table: Element): boolean {
  for (let one: ParentNode | null = cell; one && isElement(one); one = one === table ? null : parentOf(one))
    if (formattingOf(one) === 'struck') return true;
  return false;
}

function ancestorsOf(body: LetterBody | undefined): Set<Node | ParentNode> {
  const ancestors = new Set<Node | ParentNode>();
  for (const root of body?.roots ?? [])
    for (let node = parentOf(root); node && !ancestors.has(node); node = parentOf(node)) ancestors.add(node);
  return ancestors;
}
