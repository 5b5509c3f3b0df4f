import { recognised, report, type Recognised } from '../recognise/recognised.ts';
import { findDamage } from '../reply/damaged-text.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { fieldNames } from '../reply/field-names.ts';
import type { FieldSource, FilledFrontmatter } from './field-source.ts';

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
  const isWhole = (name: string) => !damaged.some(({ field }) => field === name);
  const { proposal } = frontmatter;
  const whole = {
    ...pick(frontmatter, isWhole),
    ...(proposal && { proposal: pick(proposal, (key) => isWhole(`proposal.${key}`)) }),
  } as Partial<Frontmatter>;
  return recognised(
    { frontmatter: whole, sources: sources.filter(({ field }) => isWhole(field)) },
    damaged.map(reportDamaged),
  );
}

function reportDamaged({ field, value, at }: FieldSource) {
  const text = `${fieldNames[field] ?? field}“${value}”中有损坏的字，未采用。请核对原件后填写。`;
  return report('damaged-value', at, text);
}

/** The entries whose keys pass, in their order. */
function pick<T extends object>(value: T, passes: (key: string) => boolean): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([key]) => passes(key))) as Partial<T>;
}
