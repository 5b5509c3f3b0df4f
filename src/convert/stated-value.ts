import { fieldAt } from '../content-files/schema-fields.ts';
import { suggestDay, suggestInteger } from '../content-files/value-suggestion.ts';
import { foldText } from '../normalise/folded-text.ts';
import { findDocumentNumber, writeDocumentNumber } from '../reply/document-number.ts';
import { frontmatterSchema, type Frontmatter } from '../reply/frontmatter.ts';
import type { SettableField } from '../reply/settable-fields.ts';

/** A value as the contract has it, or what is wrong with what was typed, in Chinese. */
export type StatedReading = { value: unknown } | { fault: string };

/** Reads a value that an editor typed: a day in any form, a numeral in any, names with 、 between them. */
export function readStatedValue(field: SettableField, typed: string): StatedReading {
  const value = valueOf(field, typed.trim());
  const result = frontmatterSchema.partial().safeParse(withField({}, field, value));
  if (result.success) return { value };
  const [issue] = result.error.issues;
  const title = fieldAt(frontmatterSchema, field.split('.'))?.title ?? field;
  const fault =
    issue?.code === 'invalid_type'
      ? '应为数字'
      : issue?.code === 'invalid_value'
        ? `应为 ${issue.values.map(String).join('、')} 之一`
        : (issue?.message ?? '');
  return { fault: `${title}：${fault}。` };
}

/** The text that {@link readStatedValue} reads as this value: items of a list in lines of their own. */
export function writeStatedValue(value: unknown): string {
  return Array.isArray(value) ? value.join('\n') : String(value);
}

/** The value of a field, by its path. */
export function fieldOf(frontmatter: Partial<Frontmatter>, field: SettableField): unknown {
  return field
    .split('.')
    .reduce<unknown>(
      (value, key) =>
        typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined,
      frontmatter,
    );
}

/** The frontmatter with a field set, the keys of a nested one in the order of the contract. */
export function withField(
  frontmatter: Partial<Frontmatter>,
  field: SettableField,
  value: unknown,
): Partial<Frontmatter> {
  const [key = '', inner] = field.split('.');
  if (inner === undefined) return { ...frontmatter, [key]: value };
  const parent = key as 'proposal' | 'source';
  const values: Record<string, unknown> = { ...frontmatter[parent], [inner]: value };
  const order = Object.keys(frontmatterSchema.shape[parent].unwrap().shape);
  const ordered = Object.fromEntries(
    order.filter((name) => name in values).map((name) => [name, values[name]]),
  );
  return { ...frontmatter, [parent]: ordered };
}

const days: readonly string[] = ['issuedOn', 'publishedOn', 'source.retrievedOn', 'publishFrom'];

function valueOf(field: SettableField, typed: string): unknown {
  if (days.includes(field)) return suggestDay(typed)?.yaml ?? typed;
  switch (field) {
    case 'proposal.term':
    case 'proposal.session': {
      const number = suggestInteger(typed)?.yaml;
      return number === undefined ? typed : Number(number);
    }
    case 'proposal.number':
      return /^第?([A-Za-z0-9-]+)号?$/u.exec(typed)?.[1] ?? typed;
    case 'recipients':
      return listed(typed).map(bareName);
    case 'signatories':
    case 'categories':
      return listed(typed);
    case 'documentNumber': {
      const { text } = foldText(typed, { at: 0, end: typed.length });
      const found = findDocumentNumber(text);
      return found?.length === text.length ? writeDocumentNumber(found) : typed;
    }
    default:
      return typed;
  }
}

function listed(typed: string): string[] {
  return typed.split(typed.includes('\n') ? '\n' : /[、，,;；]/u).map((item) => item.trim());
}

function bareName(name: string): string {
  return name.replace(/^尊敬的/u, '').replace(/(?<=..)(?:代表|委员)$/u, '');
}
