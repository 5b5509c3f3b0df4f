import { positionsIn } from '../reply/position.ts';
import type { FieldSource } from './frontmatter.ts';

/** Where the value of a field came from, for the report to the editor. */
export interface Evidence {
  /** Name in the contract, such as `proposal.number`. */
  field: string;
  value: string;
  /** In Chinese: 信息表, 标题, 署名… */
  from: string;
  /** Line of the decoded text, from 1. */
  line: number;
  /** 确定, or worth a look. */
  sure: boolean;
}

/** The sources of values as evidence, with the lines on which they are. */
export function locateSources(decoded: string, sources: readonly FieldSource[]): Evidence[] {
  const positionOf = positionsIn(decoded);
  return sources.map(({ field, value, from, at, sure }) => {
    return { field, value, from, line: positionOf(at).line, sure };
  });
}
