import { plainText } from '../../markdown/plain-text.ts';
import type { Frontmatter } from '../../reply/frontmatter.ts';
import type { Site } from '../../reply/site.ts';
import { listHeaderFacts } from './header-facts.ts';
import { formatProposalReference } from '../wording/proposal-reference.ts';

/** The source of `replies/<year>/<id>.txt`. */
export interface PlainLetter {
  frontmatter: Frontmatter;
  /** The Markdown after the frontmatter. */
  body: string;
  /** The page's public address, if the archive has one. */
  url: string | undefined;
}

/** Formats a letter as plain text: title, header block, corrections, body and source. */
export function formatPlainLetter({ frontmatter, body, url }: PlainLetter, site: Site): string {
  const { title, proposal, source, corrections = [] } = frontmatter;
  const proposed = proposal && [formatProposalReference(proposal), proposal.title && `《${proposal.title}》`];
  const facts = listHeaderFacts(frontmatter, site.outcomes).map(({ label, value }) => `${label}：${value}`);
  const about = proposed?.filter((part) => part !== undefined).join('') ?? '';
  const header = [...facts, ...(about === '' ? [] : [`所答复的${proposal?.kind ?? '提案'}：${about}`])];
  const corrected = corrections.map(({ on, note }) => `更正（${on}）：${note}`);
  const origin = [
    `转录自${site.name}，非正式文本。${url ?? ''}`,
    ...(source?.sha256 === undefined ? [] : [`原件 SHA-256：${source.sha256}`]),
  ];
  const parts = [[title], header, corrected, [plainText(body).trimEnd()], origin];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
