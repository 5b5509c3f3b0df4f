import type { TextRange } from '../normalise/folded-text.ts';
import type { FieldValue } from './field-value.ts';
import { readFooter } from './footer.ts';
import { footnotesBelow } from './footnotes.ts';
import { readHeader } from './header.ts';
import {
  categoryValues,
  settleDisclosure,
  settleDocumentNumber,
  settleIndexNumber,
  settleOutcome,
  settlePublishedOn,
} from './header-fields.ts';
import { settleIssuedOn } from './issue-date.ts';
import { settleIssuer, type StatedIssuer } from './issuer.ts';
import type { LetterBlock } from './letter-block.ts';
import { endOfLetter, readBody } from './letter-body.ts';
import { findOpening, type LetterOpening } from './letter-opening.ts';
import type { LetterStart } from './letter-start.ts';
import type { Line } from './lines.ts';
import type { Marks } from './marks.ts';
import { statedKind } from './proposal.ts';
import { settleForm, type LetterStatement, type ProposalForm } from './proposal-form.ts';
import { combineAccounts, recognised, report, type Account, type Recognised } from './recognised.ts';
import { findSignature, type Signature } from './signature.ts';
import { settleTitle } from './title.ts';
import type { TitleCandidate } from './title-candidates.ts';
import { reportUnfitValues } from './unfit-values.ts';
import { reportUnreadLines } from './unread-lines.ts';

/** A letter as recognised on its page, before any text is normalised. */
export interface Letter {
  start: LetterStart;
  signature: Signature | undefined;
  title: TitleCandidate | undefined;
  /** The values that are cut out of the page. */
  values: FieldValue[];
  blocks: LetterBlock[];
  opening: LetterOpening | undefined;
  form: ProposalForm;
  /** The issuer where title or signature is its source. */
  issuer: StatedIssuer | undefined;
  /** The signature's day where that is the source of 成文日期. */
  signedOn: string | undefined;
}

/** The page that a letter is on. */
export interface Page {
  decoded: string;
  lines: readonly Line[];
  marks: Marks;
  /** Offsets of the reader's messages. */
  reported: readonly number[];
}

/** Recognises the header, the letter and the footer of a page, and settles every field. */
export function recogniseLetter(page: Page, start: LetterStart): Recognised<Letter> {
  const { decoded, lines, marks } = page;
  const signature = findSignature(lines, start.opening ?? start.line);
  const end = endOfLetter(lines, start, signature, marks.tables);
  const above = lines.slice(0, start.line);

  const header = readHeader(decoded, above);
  const footer = readFooter(decoded, lines.slice(end));
  const signer = signature?.agencies[0]?.name;
  const title = settleTitle(decoded, above, header.value, footer.value.title, signer);
  const body = readBody(decoded, lines, { ...marks, start, signature, end });
  const footnotes = footnotesBelow(lines, end, body.value.blocks, marks.footnotes);
  const blocks = [...body.value.blocks, ...footnotes];
  const opening = findOpening(lines, start, blocks);

  const statement = letterStatement(title.value, opening, start);
  const form = settleForm(decoded, header.value, statement);
  const indexNumber = settleIndexNumber(decoded, header.value);
  const documentNumber = settleDocumentNumber(decoded, header.value);
  const publishedOn = settlePublishedOn(decoded, header.value);
  const disclosure = settleDisclosure(decoded, header.value, footer.value.disclosures);
  const outcomes = [...body.value.outcomes, ...footer.value.outcomes];
  const outcome = settleOutcome(decoded, header.value, outcomes);
  const issuedOn = settleIssuedOn(decoded, header.value, signature?.date);
  const issuer = settleIssuer(decoded, header.value, statedIssuers(title.value, signature));

  const values = [
    title.value?.value,
    ...form.value.values,
    indexNumber.value,
    documentNumber.value,
    publishedOn.value,
    ...categoryValues(decoded, header.value),
    disclosure.value,
    outcome.value,
    issuedOn.value.value,
    issuer.value.value,
  ].filter((value) => value !== undefined);
  const read = combineAccounts([
    ...[header, footer, title, body, form],
    ...[indexNumber, documentNumber, publishedOn, disclosure, outcome, issuedOn, issuer],
    reportUnclearNames(start),
  ]);
  const reported = new Set([...page.reported, ...read.messages.map(({ at }) => at)]);
  const accounted: TextRange[] = [
    ...values.map(({ range }) => range),
    ...marks.dropped,
    ...read.dropped,
    ...blocks,
  ];
  const from = (title.value?.lines.at(-1) ?? start.line - 1) + 1;
  const place = { from, start: start.line, end, titled: title.value !== undefined };
  const letter = {
    ...{ start, signature, title: title.value, values, blocks, opening, form: form.value },
    issuer: issuer.value.stated,
    signedOn: issuedOn.value.signedOn,
  };
  return recognised(letter, [
    read,
    reportUnfitValues(decoded, header.value.fields, reported),
    reportUnreadLines(decoded, lines, place, accounted),
  ]);
}

/** What title and opening state about the proposal. */
function letterStatement(
  title: TitleCandidate | undefined,
  opening: LetterOpening | undefined,
  { salutation }: LetterStart,
): LetterStatement {
  const own = title?.read;
  const read = opening?.read;
  return {
    references: [own?.reference, read?.reference].filter((one) => one !== undefined),
    cited: own?.cited !== undefined || read?.title !== undefined || read?.several === true,
    kind: statedKind(own?.reference.kind, read, salutation?.read),
  };
}

/** Reports names that cannot be separated: the salutation remains in the body but gives no recipients. */
function reportUnclearNames({ salutation }: LetterStart): Account {
  if (!salutation?.read.unclear) return combineAccounts([]);
  const written = salutation.folded.text.slice(0, Math.min(salutation.read.length, 40));
  const text = `称谓“${written}”中的姓名无法确定，主送未填。请编辑补充。`;
  return report('unclear-recipients', salutation.folded.starts[0] ?? 0, text);
}

/** The issuer's name in the signature, if one agency signs or the title names none, and in the title. */
function statedIssuers(title: TitleCandidate | undefined, signature: Signature | undefined): StatedIssuer[] {
  const [signer, ...others] = signature?.agencies ?? [];
  const named = title?.read.issuer;
  return [
    ...(signer && (others.length === 0 || !named) ? [{ name: signer.name, from: '署名' as const }] : []),
    ...(named ? [{ name: named.text, from: '标题' as const }] : []),
  ];
}
