import type { Frontmatter } from '../reply/frontmatter.ts';
import type { Span } from '../reply/span.ts';
import {
  derivedIssuer,
  derivedRecipients,
  derivedSignatories,
  formSource,
  openingSource,
} from './derived-values.ts';
import type { Evidence } from './evidence.ts';
import type { Letter } from '../recognise/letter.ts';
import type { Line } from '../recognise/lines.ts';
import type { NormalisedLetter } from './normalised-letter.ts';
import type { Ledger } from '../recognise/ledger.ts';
import { settleProposal, type ProposalSource } from '../recognise/proposal.ts';
import { markUncertainValues } from './uncertain-values.ts';
import { decodedRange } from '../normalise/folded-text.ts';

/** The frontmatter: values cut out of the page, and what title, salutation, opening and signature state. */
export function fillFrontmatter(
  ledger: Ledger,
  lines: readonly Line[],
  findings: Letter,
  pieces: NormalisedLetter,
): { frontmatter: Partial<Frontmatter>; evidence: Evidence[] } {
  const { signature, title, issuer, signedOn } = findings;
  const evidence: Evidence[] = [];
  const say = (field: string, value: string, from: string, at: number, sure = true) => {
    evidence.push({ field, value, from, line: ledger.positionOf(at).line, sure });
  };
  for (const { field, text, from, range, sure } of pieces.values)
    say(field, text.replaceAll('\n', '、'), from, range.at, sure);

  const cutTitle = (span: Span | undefined) =>
    span && title && pieces.textAt(decodedRange(title.folded, span));
  const stated = derivedIssuer(findings, lines, pieces);
  if (stated) say('issuer', stated.value, issuer?.from ?? '', stated.at);
  const signed = signature?.date;
  if (signedOn !== undefined && signed)
    say('issuedOn', signedOn, '落款', lines[signed.line]?.at ?? 0, !signed.reading.damaged);

  const opening = openingSource(findings, pieces);
  const own: ProposalSource[] = title
    ? [{ reference: title.read.reference, cut: (span) => cutTitle(span) ?? '', from: '标题', at: title.at }]
    : [];
  const letter = opening ? [...own, opening] : own;
  const numbered = formSource(findings, pieces);
  const sources = numbered ? [...letter, numbered] : letter;
  const formTitle = pieces.values.find(({ field }) => field === 'proposal.title')?.text;
  const form = {
    ...(findings.form?.kind && { kind: findings.form.kind }),
    ...(formTitle !== undefined && { title: formTitle }),
  };
  const cited = cutTitle(title?.read.cited);
  const salutation = findings.start.salutation?.read;
  const proposal = settleProposal(ledger, sources, opening, salutation, cited, form);
  for (const [key, value] of Object.entries(proposal ?? {})) {
    if (pieces.values.some(({ field }) => field === `proposal.${key}`)) continue;
    const source = key === 'title' ? letter.at(-1) : letter[0];
    say(`proposal.${key}`, String(value), source?.from ?? '', source?.at ?? 0);
  }

  const recipients = derivedRecipients(findings, pieces);
  if (recipients) say('recipients', recipients.value.join('、'), '称谓', recipients.at);
  const signatories = derivedSignatories(findings, lines, pieces);
  if (signatories) say('signatories', signatories.value.join('、'), '署名', signatories.at);

  const role = title?.read.role ?? opening?.read.role;
  const categories = pieces.values
    .filter(({ field }) => field === 'categories')
    .flatMap(({ text }) => text.split('\n').filter((part) => part !== ''));
  const text = (field: keyof Frontmatter, otherwise?: string) => {
    const value = pieces.values.find((one) => one.field === field)?.text ?? otherwise;
    return value === undefined ? {} : { [field]: value };
  };
  const frontmatter: Partial<Frontmatter> = {
    ...text('title'),
    ...text('indexNumber'),
    ...text('documentNumber', cutTitle(title?.read.documentNumber)),
    ...text('issuer', stated?.value),
    ...(categories.length > 0 && { categories }),
    ...text('issuedOn', signedOn),
    ...text('publishedOn'),
    ...(proposal && { proposal }),
    ...(recipients && { recipients: recipients.value }),
    ...(role && { role }),
    ...text('outcome', title?.read.outcome?.text),
    ...text('disclosure'),
    ...(signatories && { signatories: signatories.value }),
  };
  return { frontmatter, evidence: markUncertainValues(ledger, evidence) };
}
