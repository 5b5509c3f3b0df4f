import type { Elsewhere } from '../reading.ts';
import { attribute, elementsOf, type Document, type Element } from './document.ts';
import { documentExtension, fileName } from './file-reference.ts';

/** So many files are named. */
const most = 5;
const frames: ReadonlyMap<string, string> = new Map([
  ['iframe', 'src'],
  ['frame', 'src'],
  ['embed', 'src'],
  ['object', 'data'],
]);

/** Where the letter of a page is, with the files that may hold it, as the page refers to them. */
interface PageElsewhere extends Elsewhere {
  files: readonly string[];
}

/**
 * Where the letter of a page is that shows none: in a file that it frames, in pictures, in a script, in a linked
 * document.
 */
export function letterElsewhere(document: Document): PageElsewhere | undefined {
  const framed: string[] = [];
  const pictures: string[] = [];
  const linked: string[] = [];
  let scripted = false;
  let inside = false;
  for (const element of elementsOf(document)) {
    const { tagName } = element;
    const source = (
      tagName === 'img' ? shownPicture(element) : attribute(element, frames.get(tagName) ?? 'href')
    )?.trim();
    inside ||= tagName === 'iframe' && attribute(element, 'srcdoc') !== undefined;
    if (tagName === 'script') scripted ||= writesText(element.childNodes);
    if (source === undefined || source === '') continue;
    if (frames.has(tagName)) framed.push(source);
    else if (tagName === 'img' && !isSmall(attribute(element, 'width'))) pictures.push(fileName(source));
    else if (tagName === 'a' && documentExtension.test(fileName(source))) linked.push(source);
  }
  if (framed.length > 0)
    return {
      code: 'framed-letter',
      files: [...framed, ...linked],
      text: `网页里没有答复的文字，正文可能在框架里的文件（${named(framed.map(fileName))}）中。请下载这个文件，单独转换。`,
    };
  if (scripted || inside)
    return {
      code: 'scripted-letter',
      files: linked,
      text: '网页里没有答复的文字，正文是由脚本写入的，或写在框架里。请在浏览器里打开，等正文显示后复制，存为文本再转换。',
    };
  if (linked.length > 0)
    return {
      code: 'linked-letter',
      files: linked,
      text: `网页里没有答复的文字，正文可能在链接的文件（${named(linked.map(fileName))}）中。请下载这个文件，单独转换。`,
    };
  if (pictures.length > 0)
    return {
      code: 'pictured-letter',
      files: [],
      text: `网页里没有答复的文字，有 ${pictures.length} 张图片（${named(pictures)}）。请把图片另存出来，转换图片。`,
    };
  return undefined;
}

function named(names: readonly string[]): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, most).map((name) => name.slice(0, 80));
  return shown.join('、') + (distinct.length > most ? ` 等 ${distinct.length} 个` : '');
}

/** The picture of an element; a script puts it in place of the one that is shown while it loads. */
function shownPicture(element: Element): string | undefined {
  const later = ['data-src', 'data-original', 'data-lazy-src'].map((name) => attribute(element, name));
  return later.find((source) => source !== undefined && source !== '') ?? attribute(element, 'src');
}

/** Whether a script writes Chinese text into the page. */
function writesText(nodes: readonly object[]): boolean {
  const source = nodes.map((node) => ('value' in node ? String(node.value) : '')).join('');
  return (
    /document\.write|innerHTML|insertAdjacentHTML|\.html\(|unescape\(|decodeURIComponent\(/u.test(source) &&
    /\p{Script=Han}{4}|%u[0-9A-F]{4}|\\u[0-9a-f]{4}|%E[4-9]/iu.test(source)
  );
}

/** Icons and spacers. */
function isSmall(width: string | undefined): boolean {
  return width !== undefined && /^\s*\d{1,2}(?:px)?\s*$/u.test(width) && Number.parseInt(width, 10) < 40;
}
