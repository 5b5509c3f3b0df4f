import {
  attribute,
  elementsOf,
  isElement,
  parentOf,
  type Comment,
  type Element,
  type Node,
  type ParentNode,
} from './document.ts';
import { densestElement, type TextWeight } from './text-density.ts';
import { isHidden } from './visibility.ts';

/** Where the letter is in a page: everything in `roots`. */
export interface LetterBody {
  roots: ReadonlySet<Node | ParentNode>;
  /** By a content management system's marker, or by the density of running text. */
  found: 'marked' | 'dense';
}

type Finder = (root: ParentNode) => Node[];

/**
 * How content management systems of Chinese government sites mark the body, most exact first: TRS (拓尔思), 大汉,
 * 开普 (UCAP), 博达 (VSB).
 */
const marked: Finder[] = [
  between(/ZJEG_RSS\.content\.begin/, /ZJEG_RSS\.content\.end/),
  between(/<\$\[信息内容\]>begin/, /<\$\[信息内容\]>end/),
  matching((element) => element.tagName === 'ucapcontent'),
  matching((element) =>
    hasClass(element, /^(?:TRS_(?:Editor|UEDITOR|PreAppend)|trs_editor_view|v_news_content)$/i),
  ),
  matching((element) =>
    /^(?:UCAP-CONTENT|zoom|zoomcon|vsb_content\w*|js_content)$/i.test(attribute(element, 'id') ?? ''),
  ),
];

/**
 * Finds the letter's body; undefined when there is no running text at all. The most exact marker with text
 * counts, unless one around it has clearly more text: editors' stray `</div>` tags close containers early.
 */
export function findLetterBody(root: ParentNode, weightOf: TextWeight): LetterBody | undefined {
  const weigh = (nodes: readonly Node[]) => nodes.reduce((sum, node) => sum + weightOf(node), 0);
  let best: { nodes: Node[]; weight: number } | undefined;
  for (const find of marked) {
    const nodes = distinct(find(root), weightOf);
    const weight = weigh(nodes);
    const better = best ? weight > best.weight * 1.1 : nodes.some(showsSomething);
    if (better) best = { nodes, weight };
  }
  if (best) return { roots: new Set(best.nodes), found: 'marked' };
  const dense = densestElement(root, weightOf);
  return dense && { roots: new Set([dense]), found: 'dense' };
}

/** Finds the outermost visible elements that `test` accepts. */
function matching(test: (element: Element) => boolean): Finder {
  return (root) => {
    const found = new Set<Node | ParentNode>();
    for (const element of elementsOf(root))
      if (test(element) && !isInside(element, found) && !isConcealed(element)) found.add(element);
    return [...found] as Node[];
  };
}

/** Finds the nodes between two comments, at any depth. */
function between(begin: RegExp, end: RegExp): Finder {
  return (root) => {
    const found: Node[] = [];
    let active = false;
    const comments = [...elementsOf(root)].flatMap(({ childNodes }) => childNodes.filter(isComment));
    if (!comments.some(({ data }) => begin.test(data))) return found;
    const around = new Set<ParentNode>();
    for (const comment of comments.filter(({ data }) => begin.test(data) || end.test(data)))
      for (let node = parentOf(comment); node && !around.has(node); node = parentOf(node)) around.add(node);
    const visit = (parent: ParentNode): void => {
      for (const node of parent.childNodes) {
        if (isComment(node)) active = begin.test(node.data) || (active && !end.test(node.data));
        else if (isElement(node) && around.has(node)) visit(node);
        else if (active) found.push(node);
      }
    };
    visit(root);
    return found;
  };
}

function isComment(node: Node): node is Comment {
  return 'data' in node;
}

/** Removes repeated text: pages for phones and printers contain the body twice. */
function distinct(nodes: readonly Node[], weightOf: TextWeight): Node[] {
  const seen = new Set<string>();
  return nodes.filter((node) => {
    if (weightOf(node) === 0) return true;
    const text = textOf(node).replace(/\s+/g, '');
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

function textOf(node: Node): string {
  if ('value' in node) return node.value;
  return isElement(node) && !isHidden(node) ? node.childNodes.map(textOf).join('') : '';
}

/**
 * Whether a node has visible text or an image. A container that a script fills later is empty in the file; a
 * scan is an image only.
 */
function showsSomething(node: Node): boolean {
  if (!isElement(node)) return textOf(node).trim() !== '';
  return !isHidden(node) && (node.tagName === 'img' || node.childNodes.some(showsSomething));
}

function isInside(element: Element, roots: ReadonlySet<Node | ParentNode>): boolean {
  for (
    let node: ParentNode | null = element.parentNode;
    node;
    node = isElement(node) ? node.parentNode : null
  )
    if (roots.has(node)) return true;
  return false;
}

function isConcealed(element: Element): boolean {
  for (let node: ParentNode | null = element; node && isElement(node); node = parentOf(node))
    if (isHidden(node)) return true;
  return false;
}

function hasClass(element: Element, pattern: RegExp): boolean {
  return (
    attribute(element, 'class')
      ?.split(/\s+/)
      .some((name) => pattern.test(name)) ?? false
  );
}
