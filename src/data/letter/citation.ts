import type { Frontmatter } from '../../reply/frontmatter.ts';
import { formatDay } from '../wording/chinese-day.ts';

/** Where a cited letter is found. */
export interface CitedLocation {
  /** Name of the archive. */
  archive: string;
  /** Public address of the letter's page; in an archive without one, the page's path. */
  address: string;
}

/** The day on which the reader looked is the reader's to fill in: a page knows no clock. */
const accessed = '[引用日期]';

/**
 * A reference after GB/T 7714—2015, 8.4.4 (electronic resources):
 * `责任者. 题名: 文号[EB/OL]. (发布日期)[引用日期]. 获取路径.`
 */
export function formatGbReference(letter: Frontmatter, { archive, address }: CitedLocation): string {
  const { title, issuer, documentNumber, publishedOn, issuedOn } = letter;
  const number = documentNumber === undefined ? '' : `: ${documentNumber}`;
  const day = publishedOn ?? issuedOn;
  const path = /^https?:/.test(address) ? address : `${archive}, ${address}`;
  return `${issuer}. ${title}${number}[EB/OL]. ${day === undefined ? '' : `(${day})`}${accessed}. ${path}.`;
}

/** A reference in one Chinese sentence, as notes and letters have it. */
export function formatPlainReference(letter: Frontmatter, { archive, address }: CitedLocation): string {
  const { title, issuer, documentNumber, issuedOn } = letter;
  const number = documentNumber === undefined ? '' : `（${documentNumber}）`;
  const day = issuedOn === undefined ? '' : `，${formatDay(issuedOn)}`;
  return `${issuer}：《${innerQuotes(title)}》${number}${day}，载${archive}，${address}`;
}

/** A BibTeX entry; its key is the letter's id. */
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

/** Title marks within title marks are single ones (GB/T 15834). */
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
