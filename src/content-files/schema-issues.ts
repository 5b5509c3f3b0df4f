import leven from 'leven';
import type { core } from 'zod';
import { describeField, keysAt } from './schema-fields.ts';

/** An issue of a schema in words, at the keys it belongs to. */
export interface DescribedIssue {
  keys: readonly PropertyKey[];
  rule: 'schema' | 'unknown-field';
  text: string;
}

const typeNames: Record<string, string> = {
  string: '文字',
  int: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '若干字段',
  record: '若干字段',
};

/**
 * Describes in Chinese what a schema found wrong and what to do.
 *
 * @param data What was parsed.
 */
export function describeIssue(issue: core.$ZodIssue, data: unknown, schema: core.$ZodType): DescribedIssue[] {
  const field = describeField(schema, issue.path);
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      keys: [...issue.path, key],
      rule: 'unknown-field',
      text: `没有“${describeField(schema, [...issue.path, key])}”这个字段。${suggestKey(keysAt(schema, issue.path), key)}`,
    }));
  if (issue.code === 'invalid_type' && (valueAt(data, issue.path) ?? undefined) === undefined)
    return [{ keys: issue.path, rule: 'schema', text: `缺少必填字段 ${field}。请补上，或删去空字段。` }];
  return [{ keys: issue.path, rule: 'schema', text: `${field}：${demand(issue)}。请改正后再构建。` }];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function demand(issue: core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `应为${typeNames[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_value') return `应为 ${issue.values.map(String).join('、')} 之一`;
  if (issue.code === 'too_small') return `不能小于 ${issue.minimum}`;
  return issue.message;
}

function suggestKey(known: readonly string[], key: string): string {
  const nearest = known.map((name) => ({ name, distance: leven(name.toLowerCase(), key.toLowerCase()) }));
  const best = nearest.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, key.length / 3)
    ? `是否应为“${best.name}”？`
    : '请删去，或查编辑指南中的字段表。';
}
