import { expect, test } from 'vitest';
import { fieldNames } from './field-names.ts';
import { frontmatterSchema } from './frontmatter.ts';
import { settableFields } from './settable-fields.ts';

const ofProposal = Object.keys(frontmatterSchema.shape.proposal.unwrap().shape);
const ofSource = Object.keys(frontmatterSchema.shape.source.unwrap().shape);

test('an editor may state every field but the received file and what is done to a letter later', () => {
  const all = Object.keys(frontmatterSchema.shape).flatMap((field) => {
    if (field === 'proposal') return ofProposal.map((key) => `proposal.${key}`);
    return field === 'source' ? ofSource.map((key) => `source.${key}`) : [field];
  });
  const others = ['source.file', 'source.sha256', 'aliases', 'corrections', 'draft', 'withdrawn'];
  expect([...settableFields].sort()).toEqual(all.filter((field) => !others.includes(field)).sort());
});

test('every field that may be stated has a name in Chinese', () => {
  for (const field of settableFields) expect(fieldNames[field]).toMatch(/^[\p{Script=Han}/]+$/u);
});
