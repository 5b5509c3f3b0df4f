import type { z } from 'zod';
import { errorAt, type Finding } from './finding.ts';
import { describeIssue } from './schema-issues.ts';
import type { YamlSource } from './yaml-source.ts';

/** A schema, and the fields that may be at a place, for “did you mean”. */
export interface FileSchema<T> {
  schema: z.ZodType<T>;
  knownKeys: (path: readonly PropertyKey[]) => string[];
}

/** Holds YAML against a schema: the value, or what is wrong at its place. */
export function schemaFindings<T>(
  path: string,
  { data, locate }: YamlSource,
  { schema, knownKeys }: FileSchema<T>,
): { value?: T; findings: Finding[] } {
  const result = schema.safeParse(data ?? {});
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues
    .flatMap((issue) => describeIssue(issue, data ?? {}, knownKeys))
    .map(({ keys, rule, text }) => errorAt(path, locate(keys), rule, text));
  return { findings };
}
