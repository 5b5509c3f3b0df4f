import { decodedRange } from '../normalise/folded-text.ts';
import type { Letter } from '../recognise/letter.ts';
import { settleProposal, type OpeningSource, type ProposalSource } from '../recognise/proposal.ts';
import { recognised, type Recognised } from '../recognise/recognised.ts';
import type { Frontmatter, Proposal } from '../reply/frontmatter.ts';
import { writeOutcome } from '../reply/outcome.ts';
import type { Span } from '../reply/span.ts';
import {
  derivedIssueDate,
  derivedIssuer,
  derivedRecipients,
  derivedSignatories,
  type Derived,
} from './derived-values.ts';
import type { NormalisedLetter } from './normalised-letter.ts';
import { derivedPlace } from './derived-place.ts';
import { leaveOutDamaged } from './damaged-values.ts';
import type { FieldSource, FilledFrontmatter } from './field-source.ts';
import { formSource, openingSource, titleSource } from './proposal-sources.ts';

/** Fills the frontmatter with the values cut out of the page and those stated in the letter. */
export function fillFrontmatter(letter: Letter, normalised: NormalisedLetter): Recognised<FilledFrontmatter> {
  const { title, opening } = letter;
  const titleText = (span: Span | undefined) =>
    span && title && normalised.textAt(decodedRange(title.folded, span));
  const issuer = derivedIssuer(letter, normalised);
  const issuedOn = derivedIssueDate(letter);
  const proposal = fillProposal(letter, normalised, titleText(title?.read.cited));
  const recipients = derivedRecipients(letter, normalised);
  const signatories = derivedSignatories(letter, normalised);
  const role = title?.read.role ?? opening?.read.role;
  const categories = normalised.values
    .filter(({ field }) => field === 'categories')
    .flatMap(({ text }) => text.split('\n').filter((part) => part !== ''));
  const valueOf = (field: keyof Frontmatter, otherwise?: string) =>
    normalised.values.find((one) => one.field === field)?.text ?? otherwise;
  const text = (field: keyof Frontmatter, otherwise?: string) => {
    const value = valueOf(field, otherwise);
    return value === undefined ? {} : { [field]: value };
  };
  const sources = [
    ...valueSources(normalised),
    ...sourceOf('issuer', issuer),
    ...sourceOf('issuedOn', issuedOn),
    ...proposal.value.sources,
    ...sourceOf('recipients', recipients),
    ...sourceOf('signatories', signatories),
  ];
  const labelled = normalised.values.some(({ field }) => field === 'place');
  const agency = valueOf('issuer', issuer?.value);
  const place = labelled ? recognised(undefined) : derivedPlace(agency, sources);
  const frontmatter: Partial<Frontmatter> = {
    ...text('title'),
    ...text('indexNumber'),
    ...text('documentNumber', titleText(title?.read.documentNumber)),
    ...text('issuer', issuer?.value),
    ...(categories.length > 0 && { categories }),
    ...text('issuedOn', issuedOn?.value),
    ...text('publishedOn'),
    ...(proposal.value.proposal && { proposal: proposal.value.proposal }),
    ...(recipients && { recipients: recipients.value }),
    ...(role && { role }),
    ...text('outcome', title?.read.outcome && writeOutcome(title.read.outcome.text)),
    ...text('place', place.value?.value),
    ...text('disclosure'),
    ...(signatories && { signatories: signatories.value }),
  };
  const found = [...sources, ...sourceOf('place', place.value)];
  const whole = leaveOutDamaged({ frontmatter, sources: found });
  return recognised(whole.value, [proposal, place, whole]);
}

function valueSources({ values }: NormalisedLetter): FieldSource[] {
  return values.map(({ field, text, from, range, sure }) => {
    return { field, value: text.replaceAll('\n', '、'), from, at: range.at, sure };
  });
}

function sourceOf(field: string, derived: Derived<string | string[]> | undefined): FieldSource[] {
  if (!derived) return [];
  const { value, from, at, sure = true } = derived;
  return [{ field, value: typeof value === 'string' ? value : value.join('、'), from, at, sure }];
}

/**
 * The proposal, with the sources of the values that were not cut out of the page.
 *
 * @param cited Its title as the letter's own title cites it.
 */
function fillProposal(
  letter: Letter,
  normalised: NormalisedLetter,
  cited: string | undefined,
): Recognised<{ proposal: Proposal | undefined; sources: FieldSource[] }> {
  const opening: OpeningSource | undefined = openingSource(letter, normalised);
  const own = [titleSource(letter, normalised), opening].filter((one) => one !== undefined);
  const form = formSource(letter, normalised);
  const all: ProposalSource[] = form ? [...own, form] : own;
  const formTitle = normalised.values.find(({ field }) => field === 'proposal.title')?.text;
  const { kind } = letter.form;
  const added = { ...(kind && { kind }), ...(formTitle !== undefined && { title: formTitle }) };
  const settled = settleProposal(all, opening, letter.start.salutation?.read, cited, added);
  const sources = Object.entries(settled.value ?? {}).flatMap(([key, value]): FieldSource[] => {
    const field = `proposal.${key}`;
    if (normalised.values.some((one) => one.field === field)) return [];
    const source = key === 'title' ? own.at(-1) : own[0];
    return [{ field, value: String(value), from: source?.from ?? '', at: source?.at ?? 0, sure: true }];
  });
  return recognised({ proposal: settled.value, sources }, [settled]);
}
