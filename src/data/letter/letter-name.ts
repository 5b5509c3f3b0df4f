import type { Frontmatter } from '../../reply/frontmatter.ts';
import { formatDay } from '../wording/chinese-day.ts';
import { formatProposalReference } from '../wording/proposal-reference.ts';

/** What names a letter wherever it is listed. */
export interface LetterName {
  /** What the letter is about (案由), which its own title seldom says; its title where it does not state that. */
  text: string;
  /** Whether the text is the 案由. */
  isTopic: boolean;
  /** 发文字号, or else which proposal it answers: 市政协十二届四次会议第7号提案. */
  number?: string;
  issuer: string;
  /** 成文日期, or else 发布日期: `yyyy-mm-dd`. */
  date?: string;
}

/** Names a letter for lists, results and feeds. Its page has the official title. */
export function nameLetter(letter: Frontmatter): LetterName {
  const { title, issuer, documentNumber, proposal, issuedOn, publishedOn } = letter;
  const number = documentNumber ?? (proposal && formatProposalReference(proposal));
  const date = issuedOn ?? publishedOn;
  return {
    text: proposal?.title ?? title,
    isTopic: proposal?.title !== undefined,
    ...(number !== undefined && { number }),
    issuer,
    ...(date !== undefined && { date }),
  };
}

/** What follows the text of a name on one quiet line: number, agency, date. */
export function listNameFacts({ number, issuer, date }: Omit<LetterName, 'text' | 'isTopic'>): string[] {
  const day = date === undefined ? '' : formatDay(date);
  return [number ?? '', issuer, day].filter((fact) => fact !== '');
}
