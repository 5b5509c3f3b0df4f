import { groupSpan } from '../reply/span.ts';
import { decodedRange } from '../normalise/folded-text.ts';
import { endsLetter } from './boilerplate.ts';
import { isContactLine, isApprovalLine, privateNumbers } from './contact.ts';
import type { Candidate } from './field-value.ts';
import type { Line } from './lines.ts';
import { readOutcomeLine } from './outcome-line.ts';
import { withholdPrivate } from './private-data.ts';
import { combineAccounts, drop, recognised, report, type Account, type Recognised } from './recognised.ts';
import { titleIn, type TitleCandidate } from './title-candidates.ts';

/** What the lines below a letter state. */
export interface Footer {
  outcomes: Candidate[];
  disclosures: Candidate[];
  /** What a reposting page calls the original title. */
  title: TitleCandidate | undefined;
}

/**
 * Reads the lines below a letter: contacts, copies, an annex, and the boilerplate of the page.
 *
 * @param lines Only those below the letter.
 */
export function readFooter(decoded: string, lines: readonly Line[]): Recognised<Footer> {
  const parts: Recognised<Partial<FooterLine>>[] = [];
  let inAnnex = false;
  for (const line of lines) {
    if (endsLetter(line.tight.text)) inAnnex = false;
    const outcome = inAnnex ? undefined : readOutcomeLine(line);
    const heading = outcome ? undefined : readAnnexHeading(line);
    if (heading) inAnnex = true;
    if (outcome) parts.push({ ...outcome, value: { outcome: outcome.value } });
    else if (heading) parts.push(recognised({}, [heading]));
    else if (inAnnex) parts.push(recognised({}, [drop('attachment', line)]));
    else parts.push(readFooterLine(decoded, line));
  }
  const values = parts.map(({ value }) => value);
  const footer = {
    outcomes: values.flatMap(({ outcome }) => outcome ?? []),
    disclosures: values.flatMap(({ disclosure }) => disclosure ?? []),
    title: values.find(({ title }) => title !== undefined)?.title,
  };
  return recognised(footer, parts);
}

interface FooterLine {
  outcome: Candidate;
  disclosure: Candidate;
  title: TitleCandidate;
}

function readAnnexHeading(line: Line): Account | undefined {
  const { text } = line.tight;
  if (!/^附件?\d{0,2}[:.]|^附件?\d{0,2}$/u.test(text) || text.startsWith('附件下载')) return undefined;
  const advice = '落款之后另有附件文字，未收入正文。需要公开时请另行整理。';
  return combineAccounts([drop('attachment', line), report('attachment', line.at, advice)]);
}

function readFooterLine(decoded: string, line: Line): Recognised<Partial<FooterLine>> {
  const { text } = line.tight;
  if (isContactLine(text) || (text.length < 60 && privateNumbers(text).length > 0))
    return recognised({}, [withholdPrivate(line)]);
  const disclosure = disclosureIn(line);
  if (disclosure) return recognised({ disclosure });
  if (isApprovalLine(text) || isImprint(text)) return recognised({}, [drop('no-field', line)]);
  const title = originalTitle(decoded, line);
  return recognised(title ? { title } : {});
}

/** What GB/T 9704 puts below the date: copies, subject words, who printed it and when (版记). */
function isImprint(text: string): boolean {
  return (
    /^\(?(?:抄送|抄报|主送|分送|此页无正文|主题词:|此件公开发布|共印)/u.test(text) ||
    (text.length <= 60 && /印发(?:,?\(?共印\d+份\)?)?$/u.test(text))
  );
}

/** `(此件主动公开)`, `公开属性:主动公开` below the date (附注 of GB/T 9704). */
function disclosureIn(line: Line): Candidate | undefined {
  const match =
    /^\(?(?:此件|本件|(?:信息)?公开(?:属性|方式|类型|形式):)?(?<stated>主动公开|依申请公开|不予公开)\)?$/du.exec(
      line.tight.text,
    );
  const span = match ? groupSpan(match, 'stated') : undefined;
  if (!span) return undefined;
  const range = decodedRange(line.tight, span);
  return { field: 'disclosure', range, use: 'plain', canonical: span.text, from: '附注', sure: true };
}

/** `原标题:【…】` that a reposting page puts below the letter. */
function originalTitle(decoded: string, line: Line): TitleCandidate | undefined {
  const match = /^原(?:文)?标题:[【《“]?(?<title>[^】》”。]{8,140}?)(?:[】》”]|$)/u.exec(line.tight.text);
  const title = match?.groups?.title;
  return title === undefined
    ? undefined
    : titleIn(
        decoded,
        decodedRange(line.tight, { index: line.tight.text.indexOf(title), length: title.length }),
      );
}
