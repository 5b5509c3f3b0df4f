import { isProposalTitle, isSameNumber, readFormNumber } from '../reply/proposal-form.ts';
import { kindOf, type ProposalReference } from '../reply/proposal-reference.ts';
import { decodedRange, foldText, type TextRange } from '../normalise/folded-text.ts';
import { candidatesFrom, type Header } from './header.ts';
import { fieldsNamed, type HeaderField } from './header-field.ts';
import { drop, settle, tell, type Candidate, type Ledger } from './ledger.ts';

/** What the letter itself says of the proposal: in its title and its opening. */
export interface LetterStatement {
  references: readonly ProposalReference[];
  /** Whether it cites the proposal's title. */
  cited: boolean;
  kind: ProposalReference['kind'];
}

/** What the form above a letter adds, or what of it contradicts the letter. */
export interface ProposalForm {
  /** The number, unless the letter states the same; `says` as the form has it. */
  number?: Pick<Candidate, 'range' | 'says'>;
  kind?: NonNullable<ProposalReference['kind']>;
  at: number;
}

/**
 * Reads the form that some sites put above a letter: 建议编号, 建议标题, 承办单位. It fills in what the letter
 * does not say; the letter's own words are never replaced by it.
 */
export function settleForm(ledger: Ledger, head: Header, letter: LetterStatement): ProposalForm | undefined {
  const numbers = fieldsNamed(head, 'proposalNumber');
  const titles = fieldsNamed(head, 'proposalTitle');
  const [first] = [...numbers, ...titles];
  settleFormTitle(ledger, titles, letter);
  const number = settleFormNumber(ledger, numbers, letter);
  const kind = settleFormKind(ledger, [...numbers, ...titles], letter);
  return first && { at: first.label.at, ...(number && { number }), ...(kind && { kind }) };
}

function settleFormNumber(
  ledger: Ledger,
  cells: readonly HeaderField[],
  { references }: LetterStatement,
): ProposalForm['number'] {
  const plain = cells.filter(({ value }) => !value || isPlain(ledger, value));
  const candidates = candidatesFrom(ledger, plain, 'identifier', (text) => {
    const found = readFormNumber(text);
    return found && { ...found, says: found.text };
  });
  const stated = references.flatMap(({ number }) => number?.text ?? []);
  if (stated.length === 0 && !references.some(({ several }) => several))
    return settle(ledger, 'proposal.number', '提案（建议）编号', candidates);
  const other = candidates.find(({ says }) => stated.some((one) => !isSameNumber(one, says)));
  for (const one of candidates) drop(ledger, one.range, one === other ? 'no-field' : 'repeated');
  return other;
}

/** Whether a number is written in ASCII; full-width digits (０２１７) would be another number to a search. */
function isPlain(ledger: Ledger, { at, end }: TextRange): boolean {
  const text = ledger.decoded.slice(at, end);
  if (!/[０-９Ａ-Ｚ]/u.test(text)) return true;
  drop(ledger, { at, end }, 'no-field');
  const told = `信息表的编号“${text}”是全角字符，未采用。请核对原件后填写。`;
  tell(ledger, 'warning', 'unfit-value', at, told);
  return false;
}

function settleFormTitle(ledger: Ledger, cells: readonly HeaderField[], { cited }: LetterStatement): void {
  const candidates = candidatesFrom(ledger, cells, 'title', (text) => {
    const bare = text.replace(/^[《“"](.*)[》”"]$/u, '$1');
    return isProposalTitle(text) ? { index: text.indexOf(bare), length: bare.length, says: bare } : undefined;
  });
  if (!cited) settle(ledger, 'proposal.title', '案由', candidates);
  else for (const { range } of candidates) drop(ledger, range, 'repeated');
}

/** 提案编号 and 建议标题 say what it is, where the letter does not. */
function settleFormKind(
  ledger: Ledger,
  cells: readonly HeaderField[],
  { kind }: LetterStatement,
): ProposalForm['kind'] {
  const words = cells.filter(({ value }) => value).flatMap(({ label }) => kindIn(ledger, label) ?? []);
  const [first] = words;
  if (kind || !first || words.some(({ says }) => says !== first.says)) return undefined;
  ledger.values.push({
    field: 'proposal.kind',
    range: first.range,
    use: 'plain',
    from: '信息表',
    sure: true,
  });
  return first.says;
}

function kindIn(
  { decoded }: Ledger,
  label: TextRange,
): { range: TextRange; says: NonNullable<ProposalForm['kind']> } | undefined {
  const folded = foldText(decoded, label);
  const match = /提案|建议|议案/u.exec(folded.text);
  return match
    ? { range: decodedRange(folded, { index: match.index, length: 2 }), says: kindOf(match[0]) }
    : undefined;
}
