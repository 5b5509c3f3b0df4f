import type { z } from 'zod';
import { errorAt, type Finding } from './finding.ts';
import { describeIssue } from './schema-issues.ts';
import type { YamlSource } from './yaml-source.ts';

/** Validates YAML by a schema: the value, or a finding at the place of each issue. */
export function schemaFindings<T>(
  path: string,
  { data, locate }: YamlSource,
  schema: z.ZodType<T>,
): { value?: T; findings: Finding[] } {
  const result = schema.safeParse(data ?? {});
  if (result.success) return { value: result.data, findings: [] };
  const findings = result.error.issues
    .flatMap((issue) => describeIssue(issue, data ?? {}, schema))
    .map(({ keys, rule, text }) => errorAt(path, locate(keys), rule, text));
  return { findings };
}
