import { isAgency } from './agency.ts';
import { findDocumentNumber } from './document-number.ts';
import { kindOf, findReference, type ProposalReference } from './proposal-reference.ts';
import { outcomeClass } from './outcome.ts';
import { groupSpan, type Span } from './span.ts';

/** What the title of a reply letter states. */
export interface ReplyTitle {
  issuer?: Span;
  reference: ProposalReference;
  role?: '会办';
  /** Class letter after the title, in brackets or after 分类. */
  outcome?: Span;
  documentNumber?: Span;
  /** The proposal's title, where the letter's own cites it in 《》 or “”. */
  cited?: Span;
  /** How much of a title it is: 3 names session and number, 2 one of them, 1 none. */
  fullness: 1 | 2 | 3;
}

const kinds = '议事原案|议案|提案|建议(?:、?批评(?:和|及|、)?意见)?';
const answers =
  '再次答复|答复意见|答复函|答复|复函|回复函|回复|回函|函复|会办意见|协办意见|分办意见|办理意见|办理情况|情况报告|报告|意见|函';
const shape = new RegExp(
  `^(?<lead>[^。!?;]*?)(?<kind>${kinds})(?<between>(?:[》”"]?\\([^()]{1,40}\\))?[^。!?;:]{0,16}?)(?<answer>${answers})(?:的?(?:复函|函|答复|回复|报告|意见|摘要))?(?<suffix>(?:\\([^()]{1,40}\\)|分类:?${outcomeClass}类?|[《“][^《》“”]{4,100}[》”])*)$`,
  'du',
);
const addressed = /^(?<issuer>[\p{Script=Han}()]{3,40}?)(?=关于|对|答复|就)/du;

/**
 * Reads the title of a reply letter: [机关] 关于对 Meeting 第 No 号 Kind 的答复.
 *
 * @param text The title, without spaces, in simplified script, punctuation folded to ASCII.
 * @returns undefined when `text` is no such title.
 */
export function readReplyTitle(text: string): ReplyTitle | undefined {
  const match = text.length > 140 ? null : shape.exec(text);
  if (
    !match ||
    /^(?:上|下)一[篇条页]|^您|^你|^(?:网站)?首页|^.{0,4}位置:|^\p{Script=Han}{2,8}标题:/u.test(text)
  )
    return undefined;
  const lead = match.groups?.lead ?? '';
  const suffix = groupSpan(match, 'suffix');
  const reference = findReference(text.slice(0, suffix?.index ?? text.length));
  const numbered = `${lead}${match.groups?.kind ?? ''}${match.groups?.between ?? ''}`;
  if (!reference.meeting && !/关于|对|^答复/u.test(lead) && !/第.{1,12}号/u.test(numbered)) return undefined;
  const kind = reference.kind ?? kindOf(match.groups?.kind ?? '');
  const issuer = issuerOf(text, suffix);
  const outcome = suffix && outcomeIn(suffix);
  const documentNumber = suffix && documentNumberIn(suffix);
  const citation = new RegExp(
    `[《“"](?<cited>[^《》“”"]{5,100})[》”"](?:第[A-Z\\d-]{1,12}号)?(?:$|\\(|(?:的?(?:${kinds}))?的?(?:${answers}))`,
    'du',
  ).exec(text);
  const cited = citation && groupSpan(citation, 'cited');
  const named = (reference.meeting ? 1 : 0) + (reference.number ? 1 : 0);
  return {
    reference: { ...reference, kind },
    ...(issuer && { issuer }),
    ...(/会办|协办/u.test(match.groups?.answer ?? '') && { role: '会办' as const }),
    ...(outcome && { outcome }),
    ...(documentNumber && { documentNumber }),
    ...(cited && { cited }),
    fullness: named === 2 ? 3 : named === 1 ? 2 : 1,
  };
}

/** The agency before 关于 or 对, else the one in brackets after the title. */
function issuerOf(text: string, suffix: Span | undefined): Span | undefined {
  for (const cut of ['关于', '对', '答复', '就']) {
    const at = text.indexOf(cut);
    if (at >= 3 && isAgency(text.slice(0, at)) && addressed.test(text))
      return { index: 0, length: at, text: text.slice(0, at) };
  }
  const bracketed = suffix && /\((?<name>[^()]+)\)/du.exec(suffix.text);
  const name = bracketed && groupSpan(bracketed, 'name', suffix.index);
  return name && isAgency(name.text) ? name : undefined;
}

const classInSuffix = new RegExp(`(?:分类:?|\\()(?<letter>${outcomeClass})类?(?=\\)|$)`, 'du');

function outcomeIn(suffix: Span): Span | undefined {
  const match = classInSuffix.exec(suffix.text);
  return match ? groupSpan(match, 'letter', suffix.index) : undefined;
}

function documentNumberIn(suffix: Span): Span | undefined {
  const found = findDocumentNumber(suffix.text);
  return (
    found && {
      index: suffix.index + found.index,
      length: found.length,
      text: suffix.text.slice(found.index, found.index + found.length),
    }
  );
}
