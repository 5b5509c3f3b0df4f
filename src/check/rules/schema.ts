import leven from 'leven';
import type { core } from 'zod';
import { frontmatterSchema } from '../../reply/frontmatter.ts';
import type { Finding } from '../finding.ts';
import type { LetterFile } from '../letter-file.ts';

const typeNames: Record<string, string> = {
  string: '文字',
  int: '整数',
  number: '数字',
  boolean: 'true 或 false',
  array: '列表',
  object: '若干字段',
};

/** The frontmatter satisfies the contract: required fields, types, forms, no unknown field. */
export function schema(letter: LetterFile): Finding[] {
  if (letter.findings.length > 0) return [];
  const result = frontmatterSchema.safeParse(letter.data ?? {});
  if (result.success) return [];
  return result.error.issues.flatMap((issue) =>
    describe(issue, letter.data).map(({ keys, rule, text }): Finding => {
      const { line, column } = letter.locate(keys);
      return { path: letter.path, line, column, level: 'error', rule, text };
    }),
  );
}

interface Described {
  keys: readonly PropertyKey[];
  rule: string;
  text: string;
}

function describe(issue: core.$ZodIssue, data: unknown): Described[] {
  const field = issue.path.join('.');
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      keys: [...issue.path, key],
      rule: 'unknown-field',
      text: `没有“${[...issue.path, key].join('.')}”这个字段。${suggestKey(issue.path, key)}`,
    }));
  if (issue.code === 'invalid_type' && valueAt(data, issue.path) === undefined)
    return [
      { keys: issue.path, rule: 'schema', text: `缺少必填字段 ${field}。请补上，或从文件头中删去空字段。` },
    ];
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

function suggestKey(path: readonly PropertyKey[], key: string): string {
  const known = knownKeys(path);
  const nearest = known.map((name) => ({ name, distance: leven(name.toLowerCase(), key.toLowerCase()) }));
  const best = nearest.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, key.length / 3)
    ? `是否应为“${best.name}”？`
    : '请删去，或查编辑指南中的字段表。';
}

function knownKeys(path: readonly PropertyKey[]): string[] {
  const { proposal, source } = frontmatterSchema.shape;
  if (path[0] === 'proposal') return Object.keys(proposal.unwrap().shape);
  if (path[0] === 'source') return Object.keys(source.unwrap().shape);
  return Object.keys(frontmatterSchema.shape);
}
