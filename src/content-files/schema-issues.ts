import leven from 'leven';
import type { core } from 'zod';
import { describeField, fieldAt, keysAt, titlesAt } from './schema-fields.ts';
import {
  suggestBoolean,
  suggestChoice,
  suggestDay,
  suggestInteger,
  suggestText,
  type ValueSuggestion,
} from './value-suggestion.ts';

/** An issue of a schema in words, at the keys it belongs to. */
export interface DescribedIssue {
  keys: readonly PropertyKey[];
  rule: 'schema' | 'unknown-field';
  text: string;
  /** What is to be written instead of the value, or of the key where that is unknown. */
  replacement?: string;
  /** There is no value where one is required. */
  missing?: true;
  /** The field that is missing, or that an unknown one was probably meant to be. */
  field?: string;
}

/** What an issue is about. */
export interface IssueContext {
  schema: core.$ZodType;
  /** What was parsed. */
  data: unknown;
  /** The text of a value in the file. */
  written: (path: readonly PropertyKey[]) => string;
}

const typeNames: Record<string, string> = {
  string: '文字',
  int: '整数',
  number: '数字',
  boolean: ' true 或 false',
  array: '列表，每项一行，以 - 开头',
  object: '若干字段，各占一行，缩进两格',
  record: '若干字段，各占一行，缩进两格',
};

/** Describes in Chinese what a schema found wrong and what to do. */
export function describeIssue(issue: core.$ZodIssue, context: IssueContext): DescribedIssue[] {
  const { schema, data } = context;
  const keys = issue.path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      keys: [...keys, key],
      rule: 'unknown-field',
      ...unknownKey(schema, keys, key),
    }));
  const name = describeField(schema, keys);
  const value = valueAt(data, keys);
  if (['invalid_type', 'invalid_value'].includes(issue.code) && (value ?? undefined) === undefined) {
    const field = String(keys.at(-1));
    return [
      { keys, rule: 'schema', text: `缺少必填字段 ${name}。请补上，或删去空字段。`, field, missing: true },
    ];
  }
  const suggestion = suggest(issue, context, value);
  const meant = suggestion ? `是否应为 ${suggestion.yaml}？` : '请改正。';
  return [
    {
      keys,
      rule: 'schema',
      text: `${name}：${demand(issue, context, value)}。${meant}`,
      ...(suggestion?.same === true && { replacement: suggestion.yaml }),
    },
  ];
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );
}

function demand(issue: core.$ZodIssue, { schema }: IssueContext, value: unknown): string {
  if (issue.code === 'invalid_type') {
    if (typeof value === 'number' && fieldAt(schema, issue.path)?.format === 'date')
      return '日期应写作 2019-06-10 的形式';
    const quoted = issue.expected === 'string' && typeof value === 'number' ? '；纯数字请加引号' : '';
    return `应为${typeNames[issue.expected] ?? issue.expected}${quoted}`;
  }
  if (issue.code === 'invalid_value') return `应为 ${issue.values.map(String).join('、')} 之一`;
  if (issue.code === 'too_small' && issue.origin !== 'string' && issue.origin !== 'array')
    return `不能小于 ${issue.minimum}`;
  return issue.message;
}

function suggest(
  issue: core.$ZodIssue,
  { schema, written }: IssueContext,
  value: unknown,
): ValueSuggestion | undefined {
  if (typeof value === 'object') return undefined;
  if (fieldAt(schema, issue.path)?.format === 'date') return suggestDay(value);
  if (issue.code === 'invalid_value') return suggestChoice(value, issue.values);
  if (issue.code !== 'invalid_type') return undefined;
  if (issue.expected === 'string') return suggestText(value, written(issue.path));
  if (issue.expected === 'number' || issue.expected === 'int') return suggestInteger(value);
  return issue.expected === 'boolean' ? suggestBoolean(value) : undefined;
}

/** Looks for the field that an unknown one was meant to be: by its Chinese name, else by its letters. */
function unknownKey(
  schema: core.$ZodType,
  parent: readonly PropertyKey[],
  key: string,
): Pick<DescribedIssue, 'text' | 'replacement' | 'field'> {
  const said = `没有“${describeField(schema, [...parent, key])}”这个字段。`;
  const known = keysAt(schema, parent);
  const plain = (name: string) => name.toLowerCase().replace(/[_\s-]/g, '');
  const titled = titlesAt(schema, parent).get(key.trim());
  const equal = titled ?? known.find((name) => plain(name) === plain(key));
  if (equal !== undefined) return { text: `${said}是否应为“${equal}”？`, replacement: equal, field: equal };
  const nearest = known.map((name) => ({ name, distance: leven(plain(name), plain(key)) }));
  const best = nearest.sort((a, b) => a.distance - b.distance)[0];
  return best && best.distance <= Math.max(2, key.length / 3)
    ? { text: `${said}是否应为“${best.name}”？`, field: best.name }
    : { text: `${said}请删去，或查编辑指南中的字段表。` };
}
