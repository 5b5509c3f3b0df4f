import { z } from 'zod';

/** The schema of a field and, where it is known, what the field is called in Chinese. */
interface Field {
  schema: z.core.$ZodType;
  title: string | undefined;
  description: string | undefined;
  /** What its text is, such as `date`. */
  format: string | undefined;
}

/**
 * Names a field as editors know it: its key, and its Chinese name where the schema has one. Items of a list
 * are counted from 1: `records（记录）第 2 项的 state（情况）`.
 *
 * @param path Keys and indexes, as in an issue of zod.
 */
export function describeField(schema: z.core.$ZodType, path: readonly PropertyKey[]): string {
  if (path.length === 0) return '整个文件';
  let field: Field | undefined = bare(schema);
  let named = '';
  let previous: PropertyKey | undefined;
  for (const key of path) {
    field = field && inside(field.schema, key);
    if (typeof key === 'number') named += `第 ${key + 1} 项`;
    else {
      const separator = previous === undefined ? '' : typeof previous === 'number' ? '的 ' : '.';
      named = `${separator === '.' ? withoutTitle(named) : named}${separator}${String(key)}${titled(field)}`;
    }
    previous = key;
  }
  // A number beside a Latin name reads badly.
  return named.replace(/(?<=\w)(?=第 )/gu, ' ');
}

/** The field at a path, if the schema has one. */
export function fieldAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Field | undefined {
  let field: Field | undefined = bare(schema);
  for (const key of path) field = field && inside(field.schema, key);
  return field;
}

/** The keys that the schema allows at a path; none where it allows any. */
export function keysAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): string[] {
  const field = fieldAt(schema, path);
  return field && field.schema instanceof z.core.$ZodObject ? Object.keys(field.schema._zod.def.shape) : [];
}

/** The same keys by their Chinese names. */
export function titlesAt(schema: z.core.$ZodType, path: readonly PropertyKey[]): Map<string, string> {
  return new Map(
    keysAt(schema, path).flatMap((key) => {
      const title = fieldAt(schema, [...path, key])?.title;
      return title === undefined ? [] : [[title, key] as const];
    }),
  );
}

/** Of `proposal（所答复的提案）.number（提案编号）` only the last name is in Chinese. */
function withoutTitle(named: string): string {
  return named.replace(/（[^（）]*）$/u, '');
}

function titled(field: Field | undefined): string {
  return field?.title === undefined ? '' : `（${field.title}）`;
}

function inside(schema: z.core.$ZodType, key: PropertyKey): Field | undefined {
  if (schema instanceof z.core.$ZodArray) return bare(schema._zod.def.element);
  if (schema instanceof z.core.$ZodRecord) return bare(schema._zod.def.valueType);
  if (!(schema instanceof z.core.$ZodObject)) return undefined;
  const { shape } = schema._zod.def;
  const inner = Object.hasOwn(shape, key) ? shape[String(key)] : undefined;
  return inner && bare(inner);
}

/** A schema without what makes it optional, and the title that it or its inside has. */
function bare(schema: z.core.$ZodType): Field {
  const { title, description, format } = z.globalRegistry.get(schema) ?? {};
  const said = { title, description, format: typeof format === 'string' ? format : undefined };
  const inner = unwrapped(schema);
  if (!inner) return { schema, ...said };
  const field = bare(inner);
  return {
    ...field,
    title: title ?? field.title,
    description: description ?? field.description,
    format: said.format ?? field.format,
  };
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType | undefined {
  if (schema instanceof z.core.$ZodOptional || schema instanceof z.core.$ZodDefault)
    return schema._zod.def.innerType;
  return schema instanceof z.core.$ZodPipe ? schema._zod.def.out : undefined;
}
