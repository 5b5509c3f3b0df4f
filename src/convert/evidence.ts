import { positionsIn } from '../reply/position.ts';
import type { FieldSource } from './field-source.ts';

/** Where the value of a field came from, for the report to the editor. */
export interface Evidence {
  /** Path in the frontmatter, such as `proposal.number`. */
  field: string;
  value: string;
  /** In Chinese: 信息表, 标题, 署名… */
  from: string;
  /** Line of the decoded text, from 1. */
  line: number;
  /** Whether the value needs no check by an editor. */
  sure: boolean;
}

/** The sources of values as evidence, with their lines. */
export function locateSources(decoded: string, sources: readonly FieldSource[]): Evidence[] {
  const positionOf = positionsIn(decoded);
  return sources.map(({ field, value, from, at, sure }) => {
    return { field, value, from, line: positionOf(at).line, sure };
  });
}
