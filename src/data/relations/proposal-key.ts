import { proposalNumberKey } from '../../reply/proposal-number.ts';
import type { Letter } from '../letter/letter.ts';

/** Identifies a proposal within a place; undefined when the letter does not state which proposal it answers. */
export function proposalKey({ data: { proposal } }: Letter): string | undefined {
  const { assembly, scope = '', term, session, number, kind = '' } = proposal ?? {};
  if (assembly === undefined || term === undefined || session === undefined || number === undefined)
    return undefined;
  return [assembly, scope, term, session, proposalNumberKey(number), kind].join(' ');
}
