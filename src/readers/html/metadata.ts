import type { Paragraph } from '../block.ts';
import { attribute, elementsOf, type Document, type Element } from './document.ts';

/**
 * Names from 《政府网站发展指引》 (国办发〔2017〕47号), with the label that a letter has for the same thing; of several names for
 * one label the first counts.
 */
const labels = new Map([
  ['articletitle', '标题'],
  ['pubdate', '发布日期'],
  ['contentsource', '来源'],
  ['sitename', '网站名称'],
  ['url', '网址'],
  ['og:url', '网址'],
  ['canonical', '网址'],
  // Of pages that follow other conventions (https://ogp.me), such as articles of WeChat.
  ['og:title', '标题'],
]);

const addresses = [...labels].flatMap(([name, label]) => (label === '网址' ? [name] : []));

/**
 * A page's `<meta>` and `<link>` statements about its letter as label–value lines, without empty or repeated
 * values.
 *
 * @param address The address that the file itself states, for a page that does not.
 */
export function metadataOf(document: Document, address?: string): Paragraph[] {
  const found = new Map<string, string>();
  for (const element of elementsOf(document)) {
    const [name, content] = statement(element);
    const key = name?.trim().toLowerCase() ?? '';
    const value = plain(content ?? '');
    if (labels.has(key) && value !== '' && !found.has(key)) found.set(key, value);
  }
  if (address !== undefined && /^https?:/i.test(address) && !addresses.some((name) => found.has(name)))
    found.set('url', address);
  return [...new Set(labels.values())].flatMap((label) => {
    const value = [...labels].flatMap(([name, own]) => (own === label ? (found.get(name) ?? []) : [])).at(0);
    return value === undefined
      ? []
      : [{ type: 'paragraph' as const, inlines: [`${label}：${value}`], metadata: true as const }];
  });
}

/** The name and value that an element of the head states. */
function statement(element: Element): [string | undefined, string | undefined] {
  if (element.tagName === 'link') return [attribute(element, 'rel'), attribute(element, 'href')];
  if (element.tagName !== 'meta') return [undefined, undefined];
  return [attribute(element, 'name') ?? attribute(element, 'property'), attribute(element, 'content')];
}

/** The titles that a page states for itself: candidates for the visible title. */
export function titlesOf(document: Document): string[] {
  const titles: string[] = [];
  for (const element of elementsOf(document)) {
    if (element.tagName === 'meta' && attribute(element, 'name')?.trim().toLowerCase() === 'articletitle')
      titles.push(plain(attribute(element, 'content') ?? ''));
    else if (element.tagName === 'title')
      titles.push(element.childNodes.map((node) => ('value' in node ? node.value : '')).join(''));
  }
  return titles.filter((title) => title.trim() !== '');
}

/** Removes tags: editors type `<br>` into title fields, and pages escape it once. */
function plain(content: string): string {
  return content
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
}
