import { warningAt, type Finding } from '../../content-files/finding.ts';
import type { LetterFile } from '../../content-files/letter-file.ts';
import { foldText } from '../../normalise/folded-text.ts';
import { isSameNumber } from '../../reply/proposal-form.ts';
import { readReplyTitle } from '../../reply/reply-title.ts';

/**
 * What a title states of the proposal is what the fields say. A letter's own title may be wrong, and is kept as it
 * is: so this is a warning.
 */
export function titleAgreement({ path, frontmatter, locate }: LetterFile): Finding[] {
  const { title, proposal } = frontmatter ?? {};
  if (title === undefined || proposal === undefined) return [];
  const { reference } = readReplyTitle(foldText(title, { at: 0, end: title.length }).text) ?? {};
  if (reference === undefined) return [];
  const { meeting } = reference;
  const stated = [
    { field: 'assembly', name: '会议', stated: meeting?.assembly ?? reference.assembly },
    { field: 'term', name: '届', stated: meeting?.term },
    { field: 'session', name: '次', stated: meeting?.session },
    { field: 'number', name: '提案编号', stated: reference.number?.text },
    { field: 'kind', name: '提案类别', stated: reference.kind },
  ] as const;
  return stated.flatMap(({ field, name, stated: inTitle }): Finding[] => {
    const written = proposal[field];
    if (inTitle === undefined || written === undefined || agree(String(inTitle), String(written))) return [];
    const text = `标题写的是 ${inTitle}，proposal.${field}（${name}）却是 ${written}。请对照原件核对。`;
    return [warningAt(path, locate(['proposal', field]), 'title-agreement', text)];
  });
}

function agree(a: string, b: string): boolean {
  return a === b || isSameNumber(a, b);
}
