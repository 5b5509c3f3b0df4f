import type { Proposal } from '../../reply/frontmatter.ts';
import type { KnownSession } from '../../reply/known-session.ts';

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
