import { groupSpan } from '../reply/span.ts';
import type { Line } from './lines.ts';
import { decodedRange } from '../normalise/folded-text.ts';
import { endsLetter } from './boilerplate.ts';
import { isContactLine, isSignOff, privateNumbers } from './contact.ts';
import { dropPrivate, outcomeLine } from './letter-body.ts';
import { drop, tell, type Candidate, type Ledger } from './ledger.ts';
import { titleIn, type TitleCandidate } from './title.ts';

/** Reads what stands below a letter: contacts, copies, an annex, and the page's own furniture. */
export function readFooter(
  ledger: Ledger,
  lines: readonly Line[],
  end: number,
): { outcomes: Candidate[]; disclosures: Candidate[]; title: TitleCandidate | undefined } {
  const outcomes: Candidate[] = [];
  const disclosures: Candidate[] = [];
  let title: TitleCandidate | undefined;
  let annex = false;
  for (const line of lines.slice(end)) {
    const { text } = line.tight;
    if (endsLetter(text)) annex = false;
    const outcome = annex ? undefined : outcomeLine(line);
    if (outcome) {
      drop(ledger, { at: line.at, end: outcome.range.at }, 'label');
      drop(ledger, { at: outcome.range.end, end: line.end }, 'label');
      outcomes.push(outcome);
    } else if (/^附件?\d{0,2}[:.]|^附件?\d{0,2}$/u.test(text) && !text.startsWith('附件下载')) {
      annex = true;
      drop(ledger, line, 'attachment');
      tell(
        ledger,
        'warning',
        'attachment',
        line.at,
        '落款之后另有附件文字，未收入正文。需要公开时请另行整理。',
      );
    } else if (annex) drop(ledger, line, 'attachment');
    else if (isContactLine(text) || (text.length < 60 && privateNumbers(text).length > 0))
      dropPrivate(ledger, line);
    else if (disclosureIn(line).length > 0) disclosures.push(...disclosureIn(line));
    else if (isSignOff(text) || isImprint(text)) drop(ledger, line, 'no-field');
    else title ??= originalTitle(ledger.decoded, line);
  }
  return { outcomes, disclosures, title };
}

/** What GB/T 9704 puts below the date: copies, subject words, who printed it and when (版记). */
function isImprint(text: string): boolean {
  return (
    /^\(?(?:抄送|抄报|主送|分送|此页无正文|主题词:|此件公开发布|共印)/u.test(text) ||
    (text.length <= 60 && /印发(?:,?\(?共印\d+份\)?)?$/u.test(text))
  );
}

/** `(此件主动公开)`, `公开属性:主动公开` below the date (附注 of GB/T 9704). */
function disclosureIn(line: Line): Candidate[] {
  const match =
    /^\(?(?:此件|本件|(?:信息)?公开(?:属性|方式|类型|形式):)?(?<says>主动公开|依申请公开|不予公开)\)?$/du.exec(
      line.tight.text,
    );
  const span = match && groupSpan(match, 'says');
  return span
    ? [{ range: decodedRange(line.tight, span), use: 'plain', says: span.text, from: '附注', sure: true }]
    : [];
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
