import type { Use } from '../normalise/rule.ts';
import type { TextRange } from '../normalise/folded-text.ts';
import { drop, recognised, report, type Recognised } from './recognised.ts';

/** Fields whose value is cut out of the page and appears only in the frontmatter. */
export type ValueField =
  | 'title'
  | 'indexNumber'
  | 'documentNumber'
  | 'issuer'
  | 'categories'
  | 'issuedOn'
  | 'publishedOn'
  | 'outcome'
  | 'place'
  | 'disclosure'
  | 'proposal.number'
  | 'proposal.kind'
  | 'proposal.title';

/** The value of a field, as a range of the decoded text. */
export interface FieldValue {
  field: ValueField;
  range: TextRange;
  use: Use;
  /** Where it was found, in Chinese. */
  from: string;
  sure: boolean;
}

/** A possible value of a field. */
export interface Candidate extends FieldValue {
  /** The value in canonical form, by which candidates are compared. */
  canonical: string;
}

/**
 * Settles a field. Candidates with the same value give one, and the others are dropped as repetitions;
 * when candidates contradict each other, none is taken and the editor gets a warning.
 *
 * @param name The field as editors call it.
 * @returns The candidate taken.
 */
export function settle(name: string, candidates: readonly Candidate[]): Recognised<Candidate | undefined> {
  const [first, ...others] = candidates;
  if (!first) return recognised(undefined);
  const values = new Set(candidates.map(({ canonical }) => canonical));
  if (values.size === 1) return recognised(first, [drop('repeated', ...rangesOf(others))]);
  const text = `${name}有互相矛盾的写法（${[...values].join('、')}），未采用。请核对原件后填写。`;
  return recognised(undefined, [
    drop('no-field', ...rangesOf(candidates)),
    report('contradiction', first.range.at, text),
  ]);
}

/** The ranges of candidates. */
export function rangesOf(candidates: readonly FieldValue[]): TextRange[] {
  return candidates.map(({ range }) => range);
}
