import { isProposalTitle, isSameNumber, readFormNumber } from '../reply/proposal-form.ts';
import { kindOf, type ProposalReference } from '../reply/proposal-reference.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';
import { rangesOf, settle, type Candidate, type FieldValue } from './field-value.ts';
import type { Header } from './header.ts';
import { candidatesFrom, fieldsNamed, type HeaderField } from './header-field.ts';
import { drop, recognised, report, type Account, type Recognised } from './recognised.ts';

/** What the letter itself says about the proposal, in its title and its opening. */
export interface LetterStatement {
  references: readonly ProposalReference[];
  /** Whether it cites the proposal's title. */
  cited: boolean;
  kind: ProposalReference['kind'];
}

/** What the form above a letter adds to the letter, or what of it contradicts the letter. */
export interface ProposalForm {
  /** The values that are taken for the frontmatter. */
  values: readonly FieldValue[];
  /** The number, unless the letter states the same one; `canonical` as written in the form. */
  number?: Pick<Candidate, 'range' | 'canonical'>;
  kind?: NonNullable<ProposalReference['kind']>;
}

/**
 * Reads the form that some sites put above a letter: 建议编号, 建议标题, 承办单位. It supplies what the letter
 * does not say and never replaces the letter's own words.
 */
export function settleForm(
  decoded: string,
  header: Header,
  letter: LetterStatement,
): Recognised<ProposalForm> {
  const numbers = fieldsNamed(header, 'proposalNumber');
  const titles = fieldsNamed(header, 'proposalTitle');
  const title = settleFormTitle(decoded, titles, letter);
  const number = settleFormNumber(decoded, numbers, letter);
  const kind = formKind(decoded, [...numbers, ...titles], letter);
  const form = {
    values: [title.value, number.value.value, kind?.value].filter((one) => one !== undefined),
    ...(number.value.number && { number: number.value.number }),
    ...(kind && { kind: kind.kind }),
  };
  return recognised(form, [title, number]);
}

function settleFormNumber(
  decoded: string,
  fields: readonly HeaderField[],
  { references }: LetterStatement,
): Recognised<{ value?: Candidate; number?: Candidate }> {
  const refused = fields.flatMap((field) => refuseFullWidth(decoded, field));
  const plain = fields.filter((field) => !isFullWidth(decoded, field));
  const found = candidatesFrom(decoded, plain, {
    field: 'proposal.number',
    use: 'identifier',
    read: (text) => {
      const number = readFormNumber(text);
      return number && { ...number, canonical: number.text };
    },
  });
  const stated = references.flatMap(({ number }) => number?.text ?? []);
  if (stated.length === 0 && !references.some(({ several }) => several)) {
    const { value, ...account } = settle('提案（建议）编号', found.value);
    return recognised(value ? { value, number: value } : {}, [...refused, found, account]);
  }
  const other = found.value.find(({ canonical }) => stated.some((one) => !isSameNumber(one, canonical)));
  const unused = found.value.map((one) => drop(one === other ? 'no-field' : 'repeated', one.range));
  return recognised(other ? { number: other } : {}, [...refused, found, ...unused]);
}

/** Full-width digits (０２１７) would be another number to a search. */
function isFullWidth(decoded: string, { value }: HeaderField): boolean {
  return value !== undefined && /[０-９Ａ-Ｚ]/u.test(decoded.slice(value.at, value.end));
}

function refuseFullWidth(decoded: string, field: HeaderField): Account[] {
  const { value } = field;
  if (!value || !isFullWidth(decoded, field)) return [];
  const written = decoded.slice(value.at, value.end);
  const text = `信息表的编号“${written}”是全角字符，未采用。请核对原件后填写。`;
  return [drop('no-field', value), report('unfit-value', value.at, text)];
}

function settleFormTitle(
  decoded: string,
  fields: readonly HeaderField[],
  { cited }: LetterStatement,
): Recognised<Candidate | undefined> {
  const found = candidatesFrom(decoded, fields, {
    field: 'proposal.title',
    use: 'title',
    read: (text) => {
      const bare = text.replace(/^[《“"](.*)[》”"]$/u, '$1');
      return isProposalTitle(text)
        ? { index: text.indexOf(bare), length: bare.length, canonical: bare }
        : undefined;
    },
  });
  if (cited) return recognised(undefined, [found, drop('repeated', ...rangesOf(found.value))]);
  const settled = settle('案由', found.value);
  return recognised(settled.value, [found, settled]);
}

/** 提案编号 and 建议标题 state the kind of proposal, which counts where the letter does not. */
function formKind(
  decoded: string,
  fields: readonly HeaderField[],
  { kind }: LetterStatement,
): { kind: NonNullable<ProposalForm['kind']>; value: FieldValue } | undefined {
  const stated = fields.filter(({ value }) => value).flatMap(({ label }) => kindIn(decoded, label) ?? []);
  const [first] = stated;
  if (kind || !first || stated.some((one) => one.kind !== first.kind)) return undefined;
  const { range } = first;
  return {
    kind: first.kind,
    value: { field: 'proposal.kind', range, use: 'plain', from: '信息表', sure: true },
  };
}

function kindIn(
  decoded: string,
  label: TextRange,
): { range: TextRange; kind: NonNullable<ProposalForm['kind']> } | undefined {
  const folded = foldText(decoded, label);
  const match = /提案|建议|议案/u.exec(folded.text);
  return match
    ? { range: decodedRange(folded, { index: match.index, length: 2 }), kind: kindOf(match[0]) }
    : undefined;
}
