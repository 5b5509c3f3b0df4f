import { isNumber } from '../../policies/document-numbers.ts';

/** The name of a policy as Chinese texts write it: a title in 《》, a number as it is. */
export function formatPolicyTitle(name: string): string {
  return isNumber(name) ? name : `《${name}》`;
}
