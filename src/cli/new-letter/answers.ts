import { fieldAt } from '../../content-files/schema-fields.ts';
import { withField } from '../../convert/stated-value.ts';
import { frontmatterSchema, type Frontmatter } from '../../reply/frontmatter.ts';
import type { SettableField } from '../../reply/settable-fields.ts';

/** A field that is asked for, and its option on the command line. */
export interface Question {
  field: SettableField;
  /** Long option, such as `--issued-on`. */
  flag: string;
  required?: true;
  /** What may be answered, where that is fixed. */
  choices?: readonly string[];
}

export const questions: readonly Question[] = [
  { field: 'title', flag: '--title', required: true },
  { field: 'issuer', flag: '--issuer', required: true },
  { field: 'issuedOn', flag: '--issued-on', required: true },
  { field: 'documentNumber', flag: '--document-number' },
  { field: 'indexNumber', flag: '--index-number' },
  { field: 'publishedOn', flag: '--published-on' },
  { field: 'proposal.assembly', flag: '--assembly', choices: ['人大', '政协'] },
  { field: 'proposal.scope', flag: '--scope' },
  { field: 'proposal.term', flag: '--term' },
  { field: 'proposal.session', flag: '--session' },
  { field: 'proposal.number', flag: '--number' },
  { field: 'proposal.kind', flag: '--kind', choices: ['提案', '建议', '议案'] },
  { field: 'proposal.title', flag: '--proposal-title' },
  { field: 'recipients', flag: '--recipients' },
  { field: 'role', flag: '--role', choices: ['主办', '会办'] },
  { field: 'outcome', flag: '--outcome' },
];

/** What an editor is asked, in Chinese: the name of the field, and what it is. */
export function wordingOf({ field }: Pick<Question, 'field'>): string {
  const known = fieldAt(frontmatterSchema, field.split('.'));
  return `${known?.title ?? field}（${known?.description ?? ''}）`;
}

/** The frontmatter that answers make together, a draft. @param answers By their question. */
export function joinAnswers(answers: ReadonlyMap<Question, unknown>): Frontmatter {
  const joined = [...answers].reduce<Partial<Frontmatter>>(
    (whole, [{ field }, value]) => withField(whole, field, value),
    {},
  );
  return frontmatterSchema.parse({ ...joined, draft: true });
}
