import type { Frontmatter } from '../../src/reply/frontmatter.ts';
import { fold } from './block.ts';

/** How often a field is right, wrong (another value, or one where none is stated), or left out. */
export interface Verdicts {
  exact: number;
  wrong: number;
  absent: number;
}

const fields: Record<string, (frontmatter: Partial<Frontmatter>) => unknown> = {
  title: ({ title }) => title,
  documentNumber: ({ documentNumber }) => documentNumber,
  issuer: ({ issuer }) => issuer,
  issuedOn: ({ issuedOn }) => issuedOn,
  publishedOn: ({ publishedOn }) => publishedOn,
  categories: ({ categories }) => categories,
  assembly: ({ proposal }) => proposal?.assembly,
  scope: ({ proposal }) => proposal?.scope,
  term: ({ proposal }) => proposal?.term,
  session: ({ proposal }) => proposal?.session,
  number: ({ proposal }) => proposal?.number,
  kind: ({ proposal }) => proposal?.kind,
  proposalTitle: ({ proposal }) => proposal?.title,
  recipients: ({ recipients }) => recipients,
  // A letter without a stated role is 主办.
  role: ({ role }) => (role === '会办' ? role : undefined),
  outcome: ({ outcome }) => outcome,
  disclosure: ({ disclosure }) => disclosure,
  signatories: ({ signatories }) => signatories,
};

/** The names of the scored fields. */
export const fieldNames = Object.keys(fields);

/** Judges each field of a letter; punctuation is folded before comparison. */
export function judgeFields(
  stated: Frontmatter,
  recognised: Partial<Frontmatter>,
): Record<string, keyof Verdicts> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, read]) => {
      const [expected, actual] = [written(read(stated)), written(read(recognised))];
      if (expected === actual) return [name, 'exact'];
      return [name, actual === '' ? 'absent' : 'wrong'];
    }),
  );
}

function written(value: unknown): string {
  return value === undefined ? '' : fold(JSON.stringify(value));
}
