import type { z } from 'zod';
import { errorAt, type Finding, type TextEdit } from './finding.ts';
import { hiddenInValues } from './hidden-text.ts';
import { describeIssue, type DescribedIssue } from './schema-issues.ts';
import type { YamlSource } from './yaml-source.ts';

/**
 * Validates YAML by a schema: the value, or a finding at the place of each issue. A slip of the hand that
 * explains issues is reported instead of them, and so are hidden characters: what else would be said of such
 * values would only puzzle.
 *
 * @param source The file that the YAML is in.
 */
export function schemaFindings<T>(
  { path, source }: { path: string; source: string },
  yaml: YamlSource,
  schema: z.ZodType<T>,
): { value?: T; findings: Finding[] } {
  const data = yaml.data ?? {};
  const hidden = hiddenInValues(path, data, yaml.locate);
  if (hidden.length > 0) return { findings: hidden };
  const result = schema.safeParse(data);
  if (result.success) return { value: result.data, findings: [] };
  const slips = yaml.slips();
  if (slips.length > 0)
    return { findings: slips.map(({ text, fix, ...place }) => errorAt(path, place, 'yaml', text, fix)) };
  const written = (keys: readonly PropertyKey[]) => {
    const span = yaml.span(keys);
    return span ? source.slice(span.at, span.at + span.length) : '';
  };
  const issues = result.error.issues.flatMap((issue) => describeIssue(issue, { schema, data, written }));
  // A draft may lack fields; a rule of its own says which.
  const isDraft = (data as { draft?: unknown }).draft === true;
  const faults = issues.filter(({ missing, keys }) => !(isDraft && missing && keys.length === 1));
  const findings = withoutEchoes(faults).map((issue) => {
    const { keys, rule, text } = issue;
    const place = rule === 'unknown-field' ? yaml.locateKey(keys) : yaml.locate(keys);
    return errorAt(path, place, rule, text, fixOf(issue, yaml, data));
  });
  return { findings };
}

/** One issue a value, and none for a missing field that is there under a wrong name. */
function withoutEchoes(issues: readonly DescribedIssue[]): DescribedIssue[] {
  const parent = ({ keys }: DescribedIssue) => JSON.stringify(keys.slice(0, -1));
  const misnamed = new Set(
    issues
      .filter(({ rule }) => rule === 'unknown-field')
      .map((issue) => `${parent(issue)}${issue.field ?? ''}`),
  );
  const seen = new Set<string>();
  return issues.filter((issue) => {
    if (
      issue.rule === 'schema' &&
      issue.field !== undefined &&
      misnamed.has(`${parent(issue)}${issue.field}`)
    )
      return false;
    const at = JSON.stringify(issue.keys);
    return seen.has(at) ? false : seen.add(at);
  });
}

function fixOf(
  { keys, rule, replacement }: DescribedIssue,
  yaml: YamlSource,
  data: object,
): TextEdit[] | undefined {
  if (replacement === undefined) return undefined;
  const isKey = rule === 'unknown-field';
  // A field of that name may be there already.
  if (isKey && keys.length === 1 && replacement in data) return undefined;
  const span = isKey ? yaml.keySpan(keys) : yaml.span(keys);
  return span && [{ ...span, text: replacement }];
}
