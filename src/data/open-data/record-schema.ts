import { z } from 'zod';

type JsonSchema = z.core.JSONSchema.JSONSchema;

/** What records for programs consist of. */
export interface RecordDescription {
  /** JSON Schema, draft 2020-12. */
  schema: JsonSchema;
  /** Every field in the order of the schema, parents before children. */
  dictionary: readonly DataField[];
}

/** Describes records by their zod schema. @param text Chinese title and description of a record. */
export function describeRecords(
  records: z.ZodType,
  text: { title: string; description: string },
): RecordDescription {
  const schema = {
    ...z.toJSONSchema(records, {
      override: ({ jsonSchema }) => {
        // JSON Schema's `uri` is ASCII only, but addresses of received files may contain Chinese.
        if (jsonSchema.format === 'uri') {
          delete jsonSchema.format;
          jsonSchema.pattern = '^https?://';
        }
        // The limit of JavaScript's integers says nothing about letters.
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      },
    }),
    ...text,
  };
  return { schema, dictionary: listFields(schema, []) };
}

/** An entry of the data dictionary. */
export interface DataField {
  /** Property names from the record's root: `frontmatter`, `proposal`, `term`; `[]` for the items of a list. */
  path: string[];
  /** Chinese title: 届 */
  title: string;
  description: string;
  /** Type of value, in Chinese: 文本, 日期, 整数, 其一：人大、政协 */
  type: string;
  /** Present whenever its parent is. */
  required: boolean;
  /** It has fields of its own. */
  branch: boolean;
}

const typeNames: Partial<Record<string, string>> = {
  string: '文本',
  integer: '整数',
  number: '数',
  boolean: '真假',
  object: '一组',
};

function listFields(schema: JsonSchema, above: string[]): DataField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, property]) => {
    if (typeof property === 'boolean') return [];
    const path = [...above, name];
    const items = typeof property.items === 'object' && !Array.isArray(property.items) ? property.items : {};
    const inner = [...listFields(property, path), ...listFields(items, [...path, '[]'])];
    const { title = '', description = '' } = property;
    const required = schema.required?.includes(name) ?? false;
    return [
      { path, title, description, type: describeType(property), required, branch: inner.length > 0 },
      ...inner,
    ];
  });
}

function describeType({ type, items, enum: values, format }: JsonSchema): string {
  if (values !== undefined) return `其一：${values.join('、')}`;
  if (format === 'date') return '日期';
  if (type === 'array' && typeof items === 'object' && !Array.isArray(items))
    return `列表，每项为${describeType(items)}`;
  return (typeof type === 'string' ? typeNames[type] : undefined) ?? '任意';
}
