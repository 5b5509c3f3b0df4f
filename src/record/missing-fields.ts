import { fieldNames } from '../reply/field-names.ts';
import { lackingFields, type RequiredField } from '../reply/required-fields.ts';
import type { ConversionRecord } from './record.ts';

/** A field without which a letter cannot be published, and that its file does not state. */
export interface MissingField {
  field: RequiredField;
  /** In Chinese. */
  name: string;
  /** Where it was searched for, or what was found there instead, in Chinese. */
  searched: string;
}

/** The required fields that a converted letter lacks, each with where it was searched for. */
export function missingFields(record: ConversionRecord): MissingField[] {
  return lackingFields(record.frontmatter).map((field) => ({
    field,
    name: fieldNames[field] ?? field,
    searched: reported(record, field) ?? searched(record, field),
  }));
}

/** Words by which a message names a field. */
const words: Record<RequiredField, RegExp> = {
  title: /标题/u,
  issuer: /机关|机构|署名/u,
  issuedOn: /日期/u,
};

/** What a message says of the field: that it was damaged, contradicted itself or did not fit. */
function reported({ messages }: ConversionRecord, field: RequiredField): string | undefined {
  const rules = ['contradiction', 'unfit-value', 'eaten-date', 'damaged-value', 'ocr-field'];
  const message = messages.find(({ rule, text }) => rules.includes(rule) && words[field].test(text));
  return message && `见第 ${message.line} 行：${message.text.replace(/。请核对原件.*$/u, '')}`;
}

/** The lines in which the recognisers looked. */
function searched({ decoded, body }: ConversionRecord, field: RequiredField): string {
  const paragraphs = body.split('\n').filter((line) => line.trim() !== '');
  const first = lineOf(decoded, paragraphs[0] ?? '');
  const last = lineOf(decoded, paragraphs.at(-1) ?? '') ?? decoded.trimEnd().split('\n').length;
  const above = first === undefined ? '正文之前' : `第 ${first} 行的正文之前`;
  if (field === 'title') return `${above}没有标题行`;
  if (field === 'issuer') return `${above}、标题里和第 ${last} 行的落款都没有机关名称`;
  return `第 ${last} 行的落款和${above}都没有日期`;
}

/** The line that a paragraph begins in, from 1, where its beginning is as it was received. */
function lineOf(decoded: string, paragraph: string): number | undefined {
  const beginning = paragraph.replace(/^[#>*\s]+/u, '').slice(0, 12);
  const at = beginning === '' ? -1 : decoded.indexOf(beginning);
  return at === -1 ? undefined : decoded.slice(0, at).split('\n').length;
}
