import type { Frontmatter } from '../../reply/frontmatter.ts';
import { formatDay } from '../wording/chinese-day.ts';

/** What a citation says of a letter. */
export type CitedLetter = Pick<
  Frontmatter,
  'title' | 'issuer' | 'documentNumber' | 'issuedOn' | 'publishedOn'
>;

/** Where a cited letter can be found, and when it was. */
export interface CitedPlace {
  /** Name of the archive. */
  archive: string;
  /** Public address of the letter's page, or its path if the archive has none. */
  address: string;
  /** Day of access, `yyyy-mm-dd`; without it a reference has a placeholder for the reader to fill in. */
  accessed?: string;
}

/** A passage of a letter that is quoted. */
export interface QuotedPassage {
  text: string;
  /** Where it is in the letter, in Chinese: 第12段. */
  place: string;
}

/** The marks of each edition of the standard that a reference of a web page needs. */
const editions = {
  2015: { colon: ': ', comma: ', ', open: '(', close: ')' },
  2025: { colon: '：', comma: '，', open: '（', close: '）' },
} as const;

/** An edition of GB/T 7714, by its year. */
export type GbEdition = keyof typeof editions;

/**
 * Formats a reference of a web page: `责任者. 题名：其他题名信息[EB/OL]. （发布日期）[引用日期]. 获取和访问路径.`
 *
 * GB/T 7714—2025 (in force since 2026-07-01), 8.11.3, has the same elements in the same order as GB/T 7714—2015, 8.4.4.
 * They differ in the marks: by clause 7 of 2025 only `.` and `[ ]` are half-width, and every other mark is full-width,
 * while 2015 sets no width and its examples are half-width.
 */
export function formatGbReference(
  letter: CitedLetter,
  { archive, address, accessed = '引用日期' }: CitedPlace,
  edition: GbEdition,
): string {
  const { title, issuer, documentNumber, publishedOn, issuedOn } = letter;
  const { colon, comma, open, close } = editions[edition];
  const number = documentNumber === undefined ? '' : `${colon}${documentNumber}`;
  const day = publishedOn ?? issuedOn;
  const published = day === undefined ? '' : `${open}${day}${close}`;
  const path = isWebAddress(address) ? address : `${archive}${comma}${address}`;
  return `${issuer}. ${title}${number}[EB/OL]. ${published}[${accessed}]. ${path}.`;
}

/** Formats a reference as a Chinese sentence, as in notes and letters. */
export function formatPlainReference(letter: CitedLetter, { archive, address }: CitedPlace): string {
  return `${nameLetter(letter)}，载${archive}，${address}`;
}

/** Formats a passage with its source below it, verbatim: as a block it needs no quotation marks. */
export function formatQuotation(letter: CitedLetter, place: CitedPlace, passage: QuotedPassage): string {
  const { archive, address, accessed } = place;
  const day = accessed === undefined ? '' : `（${formatDay(accessed)}查阅）`;
  return `${passage.text}\n——${nameLetter(letter)}，${passage.place}，载${archive}，${address}${day}`;
}

/** Formats a BibTeX entry; its key is the letter's id. */
export function formatBibtexEntry(
  letter: CitedLetter,
  id: string,
  { archive, address, accessed }: CitedPlace,
): string {
  const { title, issuer, documentNumber, issuedOn } = letter;
  const fields: [name: string, value: string | undefined][] = [
    ['author', `{${escapeTex(issuer)}}`],
    ['title', `{${escapeTex(title)}}`],
    ['number', documentNumber && escapeTex(documentNumber)],
    ['date', issuedOn],
    ['year', issuedOn?.slice(0, 4)],
    ['howpublished', escapeTex(archive)],
    ['url', isWebAddress(address) ? address : undefined],
    ['urldate', accessed],
    ['langid', 'chinese'],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${id.replaceAll('/', '-')},\n${lines.join(',\n')}\n}`;
}

/**
 * Formats a record in RIS (Research Information Systems, 2012), which reference managers import: a web page (ELEC) with
 * its date of issue (DA), number (M1), archive (DP), day of access (Y2) and address (UR). Lines end in CR LF.
 */
export function formatRisRecord(
  letter: CitedLetter,
  id: string,
  { archive, address, accessed }: CitedPlace,
): string {
  const { title, issuer, documentNumber, issuedOn } = letter;
  const tags: [tag: string, value: string | undefined][] = [
    ['TY', 'ELEC'],
    ['ID', id.replaceAll('/', '-')],
    ['AU', issuer],
    ['TI', title],
    ['M1', documentNumber],
    ['PY', issuedOn?.slice(0, 4)],
    ['DA', issuedOn?.replaceAll('-', '/')],
    ['DP', archive],
    ['Y2', accessed?.replaceAll('-', '/')],
    ['UR', isWebAddress(address) ? address : undefined],
    ['LA', 'zh-CN'],
  ];
  const lines = tags.flatMap(([tag, value]) =>
    value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}`],
  );
  return [...lines, 'ER  - ', ''].join('\r\n');
}

/** 吉林省发展改革委：《…》（吉发改议〔2019〕5号），2019年6月10日 */
function nameLetter({ title, issuer, documentNumber, issuedOn }: CitedLetter): string {
  const number = documentNumber === undefined ? '' : `（${documentNumber}）`;
  const day = issuedOn === undefined ? '' : `，${formatDay(issuedOn)}`;
  return `${issuer}：《${innerQuotes(title)}》${number}${day}`;
}

function isWebAddress(address: string): boolean {
  return /^https?:/.test(address);
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
