import { letterBlocks } from '../../markdown/blocks.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { LetterText } from './letter-text.ts';

/** A published letter, as it is indexed. */
export interface IndexedLetter {
  /** `<year>/<id>` */
  id: string;
  frontmatter: Frontmatter;
  /** Markdown */
  body: string;
  /** Of a letter in which an agency undertakes something: the first day after which that may be overdue. */
  commitment?: DueDay;
}

/** `yyyy-mm-dd`, or `undated` where nothing can be overdue. */
export type DueDay = string;

/** The searchable text of a letter. */
export function letterText({ frontmatter, body }: Pick<IndexedLetter, 'frontmatter' | 'body'>): LetterText {
  const { proposal } = frontmatter;
  const values: [string, readonly (string | undefined)[]][] = [
    ['发文字号', [frontmatter.documentNumber]],
    ['索引号', [frontmatter.indexNumber]],
    ['发文机关', [frontmatter.issuer]],
    ['编号', [proposal?.number]],
    ['案由', [proposal?.title]],
    ['主送', frontmatter.recipients ?? []],
    ['署名', frontmatter.signatories ?? []],
    ['分类', frontmatter.categories ?? []],
    ['地区', [frontmatter.place]],
    ['成文日期', [frontmatter.issuedOn]],
    ['发布日期', [frontmatter.publishedOn]],
  ];
  return {
    title: frontmatter.title,
    header: values.flatMap(([label, texts]) =>
      texts.flatMap((text) => (text === undefined ? [] : [{ label, text }])),
    ),
    body: letterBlocks(body),
  };
}
