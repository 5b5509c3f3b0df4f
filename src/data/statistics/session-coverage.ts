import type { Proposal } from '../../reply/frontmatter.ts';
import type { KnownSession } from '../../reply/known-session.ts';
import { compareText } from '../../reply/text-order.ts';
import { makePlaceSlug, makeSessionSlug } from '../lists/list-slug.ts';
import { byNumber, proposalNumberKey, readNumberRange } from '../../reply/proposal-number.ts';
import { findPlace, placeProposal } from '../../reply/letter-place.ts';
import { findKnownSession, placeKnownSessions } from './known-session.ts';
import type { Letter } from '../letter/letter.ts';
import { findDaySpan, type DaySpan } from '../wording/chinese-day.ts';
import { formatSessionName } from '../wording/proposal-reference.ts';

/** A number with a letter that answers it. */
export interface AnsweredNumber {
  number: string;
  /** `<year>/<id>` of the letter; of several that of the host (主办), else the first by id. */
  id: string;
}

/** How much of a session the archive covers. Numbers are keys as in `proposalNumberKey`, unique and sorted. */
export interface SessionCoverage {
  /** 省政协十二届二次会议 */
  name: string;
  /** Set if this kind of proposal has separate numbering. */
  kind?: string;
  openedOn?: string;
  /** File name of the session's list; absent where no letter is in it. */
  slug?: string;
  /** Number of letters; a proposal may have several. */
  letters: number;
  /** Numbers with a letter. */
  published: AnsweredNumber[];
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

/** What the archive has of a place. */
export interface PlaceCoverage {
  name: string;
  /** File name of its list. */
  slug: string;
  letters: number;
  /** Sessions with a letter. */
  sessions: number;
  /** First and last day of issue. */
  days: DaySpan | undefined;
}

export interface Coverage {
  /** The latest session of each body first. */
  sessions: SessionCoverage[];
  /** By place, most letters first. */
  places: PlaceCoverage[];
  /** Number of letters that do not name the session. */
  withoutSession: number;
}

/** Compares the letters of an archive with what `site.yml` states about each session. */
export function measureCoverage(letters: readonly Letter[], stated: readonly KnownSession[]): Coverage {
  const known = placeKnownSessions(letters, stated);
  const placed = letters.filter(
    ({ data }) => data.proposal?.session !== undefined && nameSession(data.proposal),
  );
  const groups = new Map<string, { session: Session; letters: Letter[] }>();
  // A known session without any letter is the widest gap, so it is included.
  for (const entry of known) groups.set(keyOf(entry), { session: entry, letters: [] });
  for (const letter of placed) {
    const proposal = placeProposal(letter.data);
    const session = findKnownSession(proposal, known) ?? proposal ?? {};
    const group = groups.get(keyOf(session));
    if (group) group.letters.push(letter);
    else groups.set(keyOf(session), { session, letters: [letter] });
  }
  return {
    sessions: [...groups.values()].sort((a, b) => compareSessions(a.session, b.session)).map(describe),
    places: measurePlaces(letters),
    withoutSession: letters.length - placed.length,
  };
}

function measurePlaces(letters: readonly Letter[]): PlaceCoverage[] {
  const byPlace = Map.groupBy(letters, ({ data }) => findPlace(data)?.name);
  return [...byPlace]
    .flatMap(([name, members]) =>
      name === undefined
        ? []
        : [
            {
              name,
              slug: makePlaceSlug(name),
              letters: members.length,
              sessions: new Set(members.flatMap(({ data }) => makeSessionSlug(placeProposal(data)) ?? []))
                .size,
              days: findDaySpan(members.map(({ data }) => data.issuedOn)),
            },
          ],
    )
    .sort((a, b) => b.letters - a.letters || compareText(a.name, b.name));
}

type Session = Pick<Proposal, 'assembly' | 'scope' | 'term' | 'session' | 'kind'> &
  Partial<Pick<KnownSession, 'openedOn' | 'total' | 'assigned'>>;

function describe({ session, letters }: { session: Session; letters: readonly Letter[] }): SessionCoverage {
  const published = findAnswered(letters);
  const { kind, openedOn, total } = session;
  const slug = letters.length > 0 ? makeSessionSlug(session) : undefined;
  const assigned =
    session.assigned && sortNumbers(session.assigned.flatMap((range) => readNumberRange(range) ?? []));
  const numbers = published.map(({ number }) => number);
  const [have, due] = [new Set(numbers), new Set(assigned)];
  return {
    name: nameSession(session) ?? '',
    ...(kind !== undefined && { kind }),
    ...(openedOn !== undefined && { openedOn }),
    ...(slug !== undefined && { slug }),
    letters: letters.length,
    published,
    unnumbered: letters.filter(({ data }) => data.proposal?.number === undefined).length,
    ...(total !== undefined && { total }),
    ...(assigned && {
      assigned: {
        numbers: assigned,
        missing: assigned.filter((number) => !have.has(number)),
        beyond: numbers.filter((number) => !due.has(number)),
      },
    }),
  };
}

/** The numbers that letters answer, in order. */
function findAnswered(letters: readonly Letter[]): AnsweredNumber[] {
  const hostsFirst = [...letters].sort(
    (a, b) => Number(b.data.role === '主办') - Number(a.data.role === '主办') || compareText(a.id, b.id),
  );
  const ids = new Map<string, string>();
  for (const { id, data } of hostsFirst) {
    if (data.proposal?.number === undefined) continue;
    const number = proposalNumberKey(data.proposal.number);
    if (!ids.has(number)) ids.set(number, id);
  }
  return [...ids].map(([number, id]) => ({ number, id })).sort((a, b) => byNumber(a.number, b.number));
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
