import { defaultTreeAdapter, Parser, type DefaultTreeAdapterTypes } from 'parse5';
import { ReadError } from '../reading.ts';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Comment = DefaultTreeAdapterTypes.CommentNode;
export type Element = DefaultTreeAdapterTypes.Element;
export type ParentNode = DefaultTreeAdapterTypes.ParentNode;
export type Document = DefaultTreeAdapterTypes.Document;

/** Browsers flatten deeper nesting. */
export const deepestNesting = 512;
const mostElements = 500_000;
const chunkLength = 1 << 14;
const parseSeconds = 20;

/**
 * Parses a page as browsers do (WHATWG HTML), within bounds on depth, number of elements and time, because
 * the standard's own repairs can multiply a small hostile page. rehype-parse has no such bounds, and its
 * conversion to hast recurses.
 *
 * @throws ReadError `too-deep`, `too-large`, `too-slow`.
 */
export function parseDocument(html: string): Document {
  let depth = 0;
  let count = 0;
  const parser = new Parser<DefaultTreeAdapterTypes.DefaultTreeAdapterMap>({
    treeAdapter: {
      ...defaultTreeAdapter,
      createElement(tagName, namespace, attributes) {
        count += 1;
        if (count > mostElements) throw new ReadError('too-large', tooLarge);
        return defaultTreeAdapter.createElement(tagName, namespace, attributes);
      },
      onItemPush() {
        depth += 1;
        if (depth > deepestNesting) throw tooDeep();
      },
      onItemPop() {
        depth -= 1;
      },
    },
  });
  // Monotonic: the system clock may be set while a page is read.
  const limit = performance.now() + parseSeconds * 1000;
  for (let at = 0; at < html.length || at === 0; at += chunkLength) {
    parser.tokenizer.write(html.slice(at, at + chunkLength), at + chunkLength >= html.length);
    if (performance.now() > limit) throw new ReadError('too-slow', tooSlow);
  }
  return parser.document;
}

const tooLarge = `网页超过 ${mostElements} 个元素，不像一件答复的页面，已停止读取。请只保存正文所在的页面。`;
const tooSlow = `网页结构异常，${parseSeconds} 秒内无法读完，已停止读取。请在浏览器里打开，复制正文存为文本后再转换。`;

/** The error for excessive nesting. */
export function tooDeep(): ReadError {
  return new ReadError(
    'too-deep',
    `网页的标签嵌套超过 ${deepestNesting} 层，已停止读取。请在浏览器里打开，复制正文存为文本后再转换。`,
  );
}

export function isElement(node: Node | ParentNode): node is Element {
  return 'tagName' in node;
}

/** A node's parent; null for the document and for detached nodes. */
export function parentOf(node: Node | ParentNode): ParentNode | null {
  return 'parentNode' in node ? node.parentNode : null;
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

/** All elements below a node, in document order, without the contents of templates. */
export function* elementsOf(parent: ParentNode): Generator<Element> {
  const stack: Node[] = [...parent.childNodes].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (!isElement(node)) continue;
    yield node;
    for (let index = node.childNodes.length - 1; index >= 0; index -= 1) {
      const child = node.childNodes[index];
      if (child) stack.push(child);
    }
  }
}
