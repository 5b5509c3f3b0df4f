import type { Proposal } from '../../reply/frontmatter.ts';
import type { KnownSession } from '../../reply/known-session.ts';
import { byNumber, proposalNumberKey, readNumberRange } from '../../reply/proposal-number.ts';
import { findKnownSession } from './known-session.ts';
import type { Letter } from '../letter/letter.ts';
import { formatSessionName } from '../wording/proposal-reference.ts';

/** How much of a session the archive covers. Numbers are keys as in `proposalNumberKey`, unique and sorted. */
export interface SessionCoverage {
  /** 省政协十二届二次会议 */
  name: string;
  /** Set if this kind of proposal has separate numbering. */
  kind?: string;
  openedOn?: string;
  /** Number of letters; a proposal may have several. */
  letters: number;
  /** Numbers with a letter. */
  published: string[];
  /** Number of letters that state no number. */
  unnumbered: number;
  /** How many proposals the session had, whoever answers them, if `site.yml` says so. */
  total?: number;
  /** Set if `site.yml` lists the proposals assigned to the archive's agencies. */
  assigned?: {
    numbers: string[];
    missing: string[];
    /** Published, but not on the list. */
    beyond: string[];
  };
}

export interface Coverage {
  /** The latest session of each body first. */
  sessions: SessionCoverage[];
  /** Number of letters that do not name the session. */
  withoutSession: number;
}

/** Compares the letters of an archive with what `site.yml` states about each session. */
export function measureCoverage(letters: readonly Letter[], known: readonly KnownSession[]): Coverage {
  const placed = letters.filter(
    ({ data }) => data.proposal?.session !== undefined && nameSession(data.proposal),
  );
  const groups = new Map<string, { session: Session; letters: Letter[] }>();
  // A known session without any letter is the widest gap, so it is included.
  for (const entry of known) groups.set(keyOf(entry), { session: entry, letters: [] });
  for (const letter of placed) {
    const session = findKnownSession(letter.data.proposal, known) ?? letter.data.proposal ?? {};
    const group = groups.get(keyOf(session));
    if (group) group.letters.push(letter);
    else groups.set(keyOf(session), { session, letters: [letter] });
  }
  return {
    sessions: [...groups.values()].sort((a, b) => compareSessions(a.session, b.session)).map(describe),
    withoutSession: letters.length - placed.length,
  };
}

type Session = Pick<Proposal, 'assembly' | 'scope' | 'term' | 'session' | 'kind'> &
  Partial<Pick<KnownSession, 'openedOn' | 'total' | 'assigned'>>;

function describe({ session, letters }: { session: Session; letters: readonly Letter[] }): SessionCoverage {
  const numbers = letters.flatMap(({ data }) => data.proposal?.number ?? []).map(proposalNumberKey);
  const published = sortNumbers(numbers);
  const { kind, openedOn, total } = session;
  const assigned =
    session.assigned && sortNumbers(session.assigned.flatMap((range) => readNumberRange(range) ?? []));
  const [have, due] = [new Set(published), new Set(assigned)];
  return {
    name: nameSession(session) ?? '',
    ...(kind !== undefined && { kind }),
    ...(openedOn !== undefined && { openedOn }),
    letters: letters.length,
    published,
    unnumbered: letters.length - numbers.length,
    ...(total !== undefined && { total }),
    ...(assigned && {
      assigned: {
        numbers: assigned,
        missing: assigned.filter((number) => !have.has(number)),
        beyond: published.filter((number) => !due.has(number)),
      },
    }),
  };
}

function sortNumbers(numbers: readonly string[]): string[] {
  return [...new Set(numbers)].sort(byNumber);
}

function nameSession({ assembly, scope, term, session }: Session): string | undefined {
  return formatSessionName({ assembly, scope, term, session });
}

function keyOf(session: Session): string {
  return JSON.stringify([nameSession(session), session.kind]);
}

function compareSessions(a: Session, b: Session): number {
  const body = ({ assembly, scope }: Session) => `${scope ?? ''} ${assembly ?? ''}`;
  if (body(a) !== body(b)) return body(a) < body(b) ? -1 : 1;
  const later = (b.term ?? 0) - (a.term ?? 0) || (b.session ?? 0) - (a.session ?? 0);
  return later || ((a.kind ?? '') < (b.kind ?? '') ? -1 : 1);
}
