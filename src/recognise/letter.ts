import type { Line } from './lines.ts';
import { readHeader } from './header.ts';
import {
  settleCategories,
  settleDocumentNumber,
  settleIndexNumber,
  settleOutcome,
  settlePublishedOn,
} from './header-fields.ts';
import { settleIssuedOn } from './issue-date.ts';
import { settleIssuer, type StatedIssuer } from './issuer.ts';
import { tell, type Ledger } from './ledger.ts';
import type { LetterBlock } from './letter-block.ts';
import { endOfLetter, readBody } from './letter-body.ts';
import type { Marks } from './marks.ts';
import { findOpening, type LetterOpening } from './letter-opening.ts';
import { statedKind } from './proposal.ts';
import { settleForm, type LetterStatement, type ProposalForm } from './proposal-form.ts';
import { footnotesBelow } from './footnotes.ts';
import type { LetterStart } from './letter-start.ts';
import { readFooter } from './footer.ts';
import { findSignature, type Signature } from './signature.ts';
import { settleTitle, type TitleCandidate } from './title.ts';
import { reportUnfitValues, reportUnreadLines } from './unread-lines.ts';

/** What is recognised of a page before anything is rewritten. */
export interface Letter {
  start: LetterStart;
  signature: Signature | undefined;
  title: TitleCandidate | undefined;
  blocks: LetterBlock[];
  opening: LetterOpening | undefined;
  form: ProposalForm | undefined;
  /** The issuer where it stands in title or signature, in simplified script. */
  issuer: StatedIssuer | undefined;
  /** The signature's day where it is the source of 成文日期. */
  signedOn: string | undefined;
}

/** Reads a page: its head, the letter and what stands below, and settles every field. */
export function recogniseLetter(
  ledger: Ledger,
  lines: readonly Line[],
  outline: LetterStart,
  { headings, tables, footnotes }: Marks,
): Letter {
  const signature = findSignature(lines, outline.opening ?? outline.line);
  const end = endOfLetter(lines, outline, signature, tables);
  const above = lines.slice(0, outline.line);
  const head = readHeader(ledger, above);
  const tail = readFooter(ledger, lines, end);
  const title = settleTitle(ledger, above, head, tail.title, signature?.agencies[0]?.span.text);
  const { pieces: text, outcomes } = readBody(ledger, lines, { outline, signature, end, headings, tables });
  const pieces = [...text, ...footnotesBelow(lines, end, text, footnotes)];
  const opening = findOpening(lines, outline, pieces);
  const form = settleForm(ledger, head, letterStatement(title, opening, outline));
  settleIndexNumber(ledger, head);
  settleDocumentNumber(ledger, head);
  settlePublishedOn(ledger, head);
  settleCategories(ledger, head, tail.disclosures);
  settleOutcome(ledger, head, [...outcomes, ...tail.outcomes]);
  const signedOn = settleIssuedOn(ledger, head, signature, (line) => lines[line]?.at ?? 0);
  const issuer = settleIssuer(ledger, head, statedIssuers(title, signature));
  tellUnclearNames(ledger, outline);
  const from = (title?.lines.at(-1) ?? outline.line - 1) + 1;
  reportUnfitValues(ledger, head.fields);
  reportUnreadLines(ledger, lines, { from, start: outline.line, end, titled: title !== undefined }, pieces);
  return { start: outline, signature, title, blocks: pieces, opening, form, issuer, signedOn };
}

/** What title and opening say of the proposal. */
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

/** The salutation stays in the body; its names are no field where they cannot be told apart. */
function tellUnclearNames(ledger: Ledger, { salutation }: LetterStart): void {
  if (!salutation?.read.unclear) return;
  const text = salutation.folded.text.slice(0, Math.min(salutation.read.length, 40));
  tell(
    ledger,
    'warning',
    'unclear-recipients',
    salutation.folded.starts[0] ?? 0,
    `称谓“${text}”中的姓名无法确定，主送未填。请编辑补充。`,
  );
}

/** The names of the issuer in the signature, when one agency signs, and in the title. */
function statedIssuers(title: TitleCandidate | undefined, signature: Signature | undefined): StatedIssuer[] {
  const [signer, ...others] = signature?.agencies ?? [];
  const named = title?.read.issuer;
  return [
    ...(signer && (others.length === 0 || !named) ? [{ name: signer.span.text, from: '署名' as const }] : []),
    ...(named ? [{ name: named.text, from: '标题' as const }] : []),
  ];
}
