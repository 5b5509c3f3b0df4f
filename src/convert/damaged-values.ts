import { recognised, report, type Recognised } from '../recognise/recognised.ts';
import { findDamage } from '../reply/damaged-text.ts';
import { fieldNames } from '../reply/field-names.ts';
import type { FieldSource, FilledFrontmatter } from './field-source.ts';
import { withoutFields } from './without-fields.ts';

/** Fields that copy text of the letter. Without title and issuer there is no letter: these stay. */
const copied: readonly string[] = ['recipients', 'signatories', 'proposal.scope', 'proposal.title'];

/**
 * Leaves out values that are copies of damaged text: names, and what the proposal is called. The damage in the letter
 * itself is reported by its place.
 */
export function leaveOutDamaged({ frontmatter, sources }: FilledFrontmatter): Recognised<FilledFrontmatter> {
  const damaged = sources.filter(
    ({ field, value }) => copied.includes(field) && findDamage(value).length > 0,
  );
  const fields = new Set(damaged.map(({ field }) => field));
  return recognised(
    {
      frontmatter: withoutFields(frontmatter, fields),
      sources: sources.filter(({ field }) => !fields.has(field)),
    },
    damaged.map(reportDamaged),
  );
}

function reportDamaged({ field, value, at }: FieldSource) {
  const text = `${fieldNames[field] ?? field}“${value}”中有损坏的字，未采用。请核对原件后填写。`;
  return report('damaged-value', at, text);
}
