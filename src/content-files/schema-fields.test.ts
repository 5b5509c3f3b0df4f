import { expect, test } from 'vitest';
import { followUpSchema } from '../reply/follow-up.ts';
import { frontmatterSchema } from '../reply/frontmatter.ts';
import { siteSchema } from '../reply/site.ts';
import { describeField, keysAt } from './schema-fields.ts';

test.each([
  [frontmatterSchema, [], '整个文件'],
  [frontmatterSchema, ['issuedOn'], 'issuedOn（成文日期）'],
  [frontmatterSchema, ['proposal', 'number'], 'proposal.number（提案编号）'],
  [frontmatterSchema, ['recipients', 1], 'recipients（主送）第 2 项'],
  [frontmatterSchema, ['corrections', 0, 'on'], 'corrections（更正）第 1 项的 on（更正日期）'],
  [followUpSchema, ['records', 0, 'state'], 'records（记录）第 1 项的 state（落实情况）'],
  [siteSchema, ['sessions', 2, 'openedOn'], 'sessions（已知的会议）第 3 项的 openedOn（开幕日期）'],
  [siteSchema, ['synonyms', 0, 1], 'synonyms（近义词）第 1 项第 2 项'],
  [siteSchema, ['outcomes', '省政协', 'A'], 'outcomes.省政协.A'],
  [frontmatterSchema, ['nonsense', 3, 'x'], 'nonsense 第 4 项的 x'],
])('a field is named as editors know it (%#)', (schema, path, said) => {
  expect(describeField(schema, path)).toBe(said);
});

test('the allowed keys of a place are those of its schema', () => {
  expect(keysAt(frontmatterSchema, ['source'])).toEqual(['file', 'sha256', 'url', 'retrievedOn']);
  expect(keysAt(siteSchema, ['sessions', 4])).toContain('openedOn');
  expect(keysAt(siteSchema, ['outcomes'])).toEqual([]);
});
