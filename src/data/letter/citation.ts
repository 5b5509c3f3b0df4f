import type { Frontmatter } from '../../reply/frontmatter.ts';
import { formatDay } from '../wording/chinese-day.ts';

/** Where a cited letter can be found. */
export interface CitedLocation {
  /** Name of the archive. */
  archive: string;
  /** Public address of the letter's page, or its path if the archive has none. */
  address: string;
}

/** A placeholder: the date of access is for the reader to fill in. */
const accessed = '[引用日期]';

/**
 * Formats a reference according to GB/T 7714—2015, 8.4.4 (electronic resources):
 * `责任者. 题名: 文号[EB/OL]. (发布日期)[引用日期]. 获取路径.`
 */
export function formatGbReference(letter: Frontmatter, { archive, address }: CitedLocation): string {
  const { title, issuer, documentNumber, publishedOn, issuedOn } = letter;
  const number = documentNumber === undefined ? '' : `: ${documentNumber}`;
  const day = publishedOn ?? issuedOn;
  const path = /^https?:/.test(address) ? address : `${archive}, ${address}`;
  return `${issuer}. ${title}${number}[EB/OL]. ${day === undefined ? '' : `(${day})`}${accessed}. ${path}.`;
}

/** Formats a reference as a Chinese sentence, as in notes and letters. */
export function formatPlainReference(letter: Frontmatter, { archive, address }: CitedLocation): string {
  const { title, issuer, documentNumber, issuedOn } = letter;
  const number = documentNumber === undefined ? '' : `（${documentNumber}）`;
  const day = issuedOn === undefined ? '' : `，${formatDay(issuedOn)}`;
  return `${issuer}：《${innerQuotes(title)}》${number}${day}，载${archive}，${address}`;
}

/** Formats a BibTeX entry; its key is the letter's id. */
export function formatBibtexEntry(
  letter: Frontmatter,
  id: string,
  { archive, address }: CitedLocation,
): string {
  const { title, issuer, documentNumber, issuedOn } = letter;
  const fields: [name: string, value: string | undefined][] = [
    ['author', `{${escapeTex(issuer)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['number', documentNumber && escapeTex(documentNumber)],
    ['date', issuedOn],
    ['year', issuedOn?.slice(0, 4)],
    ['howpublished', escapeTex(archive)],
    ['url', /^https?:/.test(address) ? address : undefined],
    ['langid', 'chinese'],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${id.replaceAll('/', '-')},\n${lines.join(',\n')}\n}`;
}

/** Within title marks, title marks are single (GB/T 15834). */
function innerQuotes(title: string): string {
  return title.replace(/[《》]/g, (mark) => (mark === '《' ? '〈' : '〉'));
}

const tex: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function escapeTex(text: string): string {
  return text.replace(/[\\{}%&#$_~^]/g, (character) => tex[character] ?? `\\${character}`);
}
