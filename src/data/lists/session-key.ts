import type { Proposal } from '../../reply/frontmatter.ts';
import { formatSessionName } from '../wording/proposal-reference.ts';
import { formatChineseNumeral } from '../wording/chinese-numeral.ts';

/** A session of an assembly, as far as a letter states it. */
export type Session = Pick<Proposal, 'assembly' | 'scope' | 'term' | 'session'>;

/** The facet value of a session: `政协/省/12-2`; empty if none of it is stated. */
export function sessionKey({ assembly, scope = '', term, session }: Session): string {
  const key = `${assembly ?? ''}/${scope}/${term ?? ''}-${session ?? ''}`;
  return key === '//-' ? '' : key;
}

/** The facet value of a session of a bare level that letters do not name: `政协/市/12-2-x`. */
export function unnamedSessionKey(session: Session): string {
  return `${sessionKey(session)}-x`;
}

/** Parses what `sessionKey` and `unnamedSessionKey` write. */
export function parseSessionKey(key: string): Session {
  const [, assembly = '', scope = '', meeting = ''] = /^([^/]*)\/(.*)\/([^/]*)$/.exec(key) ?? [];
  const [term = '', session = ''] = meeting.split('-');
  return {
    ...(assembly === '人大' || assembly === '政协' ? { assembly } : {}),
    ...(scope === '' ? {} : { scope }),
    ...(term === '' ? {} : { term: Number(term) }),
    ...(session === '' ? {} : { session: Number(session) }),
  };
}

/** What visitors read: 省政协十二届二次会议; without an assembly, the parts that are stated. */
export function sessionLabel(session: Session): string {
  const { scope = '', term, session: meeting } = session;
  const termPart = term === undefined ? '' : `${formatChineseNumeral(term)}届`;
  const meetingPart = meeting === undefined ? '' : `${formatChineseNumeral(meeting)}次会议`;
  return formatSessionName(session) ?? `${scope}${termPart}${meetingPart}`;
}
