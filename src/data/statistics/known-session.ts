import type { Proposal } from '../../reply/frontmatter.ts';
import type { KnownSession } from '../../reply/known-session.ts';
import { isBareLevel, placeProposal } from '../../reply/letter-place.ts';
import type { Letter } from '../letter/letter.ts';

/** Finds the session of a proposal among those described in `site.yml`. */
export function findKnownSession(
  proposal: Proposal | undefined,
  sessions: readonly KnownSession[],
): KnownSession | undefined {
  if (!proposal) return undefined;
  return sessions.find(
    ({ assembly, scope, term, session, kind }) =>
      assembly === proposal.assembly &&
      scope === proposal.scope &&
      term === proposal.term &&
      session === proposal.session &&
      (kind === undefined || kind === proposal.kind),
  );
}

/**
 * Names the scope of those sessions of `site.yml` that only state a level (市), where the letters of the session come
 * from one place alone: an archive of one city need not repeat its name.
 */
export function placeKnownSessions(
  letters: readonly Letter[],
  sessions: readonly KnownSession[],
): KnownSession[] {
  const placed = letters.flatMap(({ data }) => {
    const scope = placeProposal(data)?.scope;
    return scope === undefined || scope === data.proposal?.scope ? [] : [{ scope, proposal: data.proposal }];
  });
  return sessions.map((known) => {
    if (!isBareLevel(known.scope)) return known;
    const [scope, ...others] = new Set(
      placed.filter(({ proposal }) => findKnownSession(proposal, [known])).map((letter) => letter.scope),
    );
    return scope === undefined || others.length > 0 ? known : { ...known, scope };
  });
}
