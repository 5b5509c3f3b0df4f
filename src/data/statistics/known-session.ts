import type { Proposal } from '../../reply/frontmatter.ts';
import type { KnownSession } from '../../reply/known-session.ts';

/** What `site.yml` knows of the session at which a proposal was made. */
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
