import type { FieldValue } from './field-value.ts';
import type { Footer } from './footer.ts';
import type { Header } from './header.ts';
import {
  categoryValues,
  settleDisclosure,
  settleDocumentNumber,
  settleIndexNumber,
  settleOutcome,
  settlePlace,
  settlePublishedOn,
} from './header-fields.ts';
import { settleIssuedOn } from './issue-date.ts';
import { settleIssuer, type StatedIssuer } from './issuer.ts';
import type { LetterBody } from './letter-body.ts';
import type { LetterOpening } from './letter-opening.ts';
import type { LetterStart } from './letter-start.ts';
import { statedKind } from './proposal.ts';
import { settleForm, type LetterStatement, type ProposalForm } from './proposal-form.ts';
import { recognised, type Recognised } from './recognised.ts';
import type { Signature } from './signature.ts';
import type { SettledTitle } from './title.ts';
import type { TitleCandidate } from './title-candidates.ts';

/** Everything on a page that states the value of a field. */
export interface FieldEvidence {
  header: Header;
  body: LetterBody;
  footer: Footer;
  start: LetterStart;
  signature: Signature | undefined;
  opening: LetterOpening | undefined;
  title: SettledTitle | undefined;
}

/** The values of the fields, each from one source. */
export interface SettledFields {
  /** The values that are cut out of the page. */
  values: FieldValue[];
  form: ProposalForm;
  /** The issuer where title or signature is its source. */
  issuer: StatedIssuer | undefined;
  /** The signature's day where that is the source of 成文日期. */
  signedOn: string | undefined;
}

/** Settles every field whose value is cut out of the page, and the sources of 发文机关 and 成文日期. */
export function settleFields(decoded: string, evidence: FieldEvidence): Recognised<SettledFields> {
  const { header, body, footer, signature, title } = evidence;
  const form = settleForm(decoded, header, letterStatement(evidence));
  const indexNumber = settleIndexNumber(decoded, header);
  const documentNumber = settleDocumentNumber(decoded, header);
  const publishedOn = settlePublishedOn(decoded, header);
  const disclosure = settleDisclosure(decoded, header, footer.disclosures);
  const outcome = settleOutcome(decoded, header, [...body.outcomes, ...footer.outcomes]);
  const place = settlePlace(decoded, header);
  const issuedOn = settleIssuedOn(decoded, header, signature?.date);
  const issuer = settleIssuer(decoded, header, statedIssuers(title, signature));
  const values = [
    title?.value,
    ...form.value.values,
    indexNumber.value,
    documentNumber.value,
    publishedOn.value,
    ...categoryValues(decoded, header),
    disclosure.value,
    outcome.value,
    place.value,
    issuedOn.value.value,
    issuer.value.value,
  ].filter((value) => value !== undefined);
  const { signedOn } = issuedOn.value;
  return recognised({ values, form: form.value, issuer: issuer.value.stated, signedOn }, [
    ...[form, indexNumber, documentNumber, publishedOn, disclosure, outcome, place, issuedOn, issuer],
  ]);
}

/** What title and opening state about the proposal. */
function letterStatement({ title, opening, start }: FieldEvidence): LetterStatement {
  const own = title?.read;
  const read = opening?.read;
  return {
    references: [own?.reference, read?.reference].filter((one) => one !== undefined),
    cited: own?.cited !== undefined || read?.title !== undefined || read?.several === true,
    kind: statedKind(own?.reference.kind, read, start.salutation?.read),
  };
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
