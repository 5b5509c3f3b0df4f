import type { Frontmatter } from '../../reply/frontmatter.ts';
import { findPlace } from '../../reply/letter-place.ts';

/** A row of a table of letters. */
export interface ListedLetter {
  /** `<year>/<id>` */
  id: string;
  /** Where its page is. */
  url?: string;
  frontmatter: Frontmatter;
}

/** A column of a table of letters. */
export interface LetterColumn {
  /** In Chinese; the open data has a column of the same name. */
  name: string;
  /** Several values share a cell, separated by `；`; empty for what a letter does not state. */
  cell: (letter: ListedLetter) => string;
}

const column = (
  name: string,
  value: (frontmatter: Frontmatter) => string | number | readonly string[] | undefined,
): LetterColumn => ({
  name,
  cell({ frontmatter }) {
    const stated = value(frontmatter) ?? '';
    return typeof stated === 'object' ? stated.join('；') : String(stated);
  },
});

/** What tables of search results tell of each letter: the columns of the open data that the index has, in its order. */
export const letterColumns: readonly LetterColumn[] = [
  { name: '标识', cell: ({ id }) => id },
  { name: '网址', cell: ({ url }) => url ?? '' },
  column('标题', ({ title }) => title),
  column('索引号', ({ indexNumber }) => indexNumber),
  column('发文字号', ({ documentNumber }) => documentNumber),
  column('发文机关', ({ issuer }) => issuer),
  column('分类', ({ categories }) => categories),
  column('成文日期', ({ issuedOn }) => issuedOn),
  column('发布日期', ({ publishedOn }) => publishedOn),
  column('会议', ({ proposal }) => proposal?.assembly),
  column('会议所属', ({ proposal }) => proposal?.scope),
  column('届', ({ proposal }) => proposal?.term),
  column('次', ({ proposal }) => proposal?.session),
  column('提案编号', ({ proposal }) => proposal?.number),
  column('提案类别', ({ proposal }) => proposal?.kind),
  column('案由', ({ proposal }) => proposal?.title),
  column('主送', ({ recipients }) => recipients),
  column('办理类型', ({ role }) => role),
  column('办理结果', ({ outcome }) => outcome),
  column('公开方式', ({ disclosure }) => disclosure),
  column('署名', ({ signatories }) => signatories),
  column('地区', (frontmatter) => findPlace(frontmatter)?.name),
  column('地区依据', (frontmatter) => findPlace(frontmatter)?.source),
];
