import type { PolicyCitation } from '../../policies/citation.ts';
import { isNumber } from '../../policies/document-numbers.ts';
import type { PlacedPolicies } from './placed-policies.ts';

/** A policy as the page of a letter that cites it shows it. */
export interface LetterPolicy {
  /** As the letter names it, without 《》, or as others do where it gives only the number. */
  name: string;
  number?: string;
  /** Address of what the archive has on it. */
  to: string;
  /** The paragraphs that cite it, in reading order. */
  anchors: readonly string[];
}

/** Lists the policies that a letter cites, in the order in which it names them first. */
export function listLetterPolicies(
  citations: readonly PolicyCitation[],
  { of }: Pick<PlacedPolicies, 'of'>,
): LetterPolicy[] {
  const found = Map.groupBy(citations, (citation) => of(citation));
  return [...found].flatMap(([policy, own]) => {
    if (policy === undefined) return [];
    const name = own.map((citation) => citation.name).find((one) => !isNumber(one)) ?? policy.name;
    const number = own.find((citation) => citation.number !== undefined)?.number;
    return [
      {
        name,
        ...(number !== undefined && number !== name && { number }),
        to: policy.to,
        anchors: [...new Set(own.map(({ anchor }) => anchor))],
      },
    ];
  });
}
