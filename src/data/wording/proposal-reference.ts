import type { Proposal } from '../../reply/frontmatter.ts';
import { formatChineseNumeral } from './chinese-numeral.ts';

/**
 * Names the session at which a proposal was made, as far as the letter states it. The term's position depends
 * on the body: 省政协十二届二次会议, 省十三届人大二次会议, and nationally 全国政协十四届一次会议, 十四届全国人大一次会议.
 *
 * @returns undefined when the letter names no body.
 */
export function formatSessionName(proposal: Proposal): string | undefined {
  const { assembly, scope = '', term, session } = proposal;
  if (assembly === undefined) return undefined;
  const termPart = term === undefined ? '' : `${formatChineseNumeral(term)}届`;
  const sessionPart = session === undefined ? '' : `${formatChineseNumeral(session)}次会议`;
  if (assembly === '政协') return `${scope}政协${termPart}${sessionPart}`;
  const body = scope === '全国' ? `${termPart}全国人大` : `${scope}${termPart}人大`;
  return `${body}${sessionPart}`;
}

/**
 * Names a proposal in one phrase: 省政协十二届二次会议第283号提案.
 *
 * @returns undefined when neither session nor number is stated.
 */
export function formatProposalReference(proposal: Proposal): string | undefined {
  const meeting = formatSessionName(proposal);
  if (meeting === undefined && proposal.number === undefined) return undefined;
  const number = proposal.number === undefined ? '' : `第${proposal.number}号`;
  return `${meeting ?? ''}${number}${proposal.kind ?? ''}`;
}
