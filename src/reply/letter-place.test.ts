import { expect, test } from 'vitest';
import { findPlace, placeProposal, placeScope } from './letter-place.ts';

test('a stated place comes before that of the agency, which is marked as derived', () => {
  expect(findPlace({ place: '松陵市', issuer: '青岚市教育局' })).toEqual({
    name: '松陵市',
    source: '载明',
  });
  expect(findPlace({ issuer: '青岚市教育局' })).toEqual({ name: '青岚市', source: '推定' });
  expect(findPlace({ issuer: '教育局' })).toBeUndefined();
});

test.each([
  ['市', '青岚市教育局', '青岚市'],
  ['市', '云岭省青岚市教育局', '青岚市'],
  ['省', '云岭省青岚市教育局', '云岭省'],
  ['省', '省教育厅', '省'],
  ['市', '松陵市白鹭区教育局', '松陵市'],
  ['区', '松陵市白鹭区教育局', '松陵市白鹭区'],
  ['区', '西藏自治区教育厅', '区'],
  ['自治区', '西藏自治区教育厅', '西藏自治区'],
  ['州', '延边州财政局', '延边朝鲜族自治州'],
  ['市', '石榴县水利局', '市'],
  ['枝江市', '青岚市教育局', '枝江市'],
  ['全国', '教育部', '全国'],
  [undefined, '青岚市教育局', undefined],
])('%s of %s is %s', (scope, issuer, expected) => {
  expect(placeScope(scope, { issuer })).toBe(expected);
});

test('a stated place names the assembly of an agency that names none', () => {
  expect(placeScope('市', { place: '松陵市', issuer: '教育局' })).toBe('松陵市');
  expect(placeScope('省', { place: '松陵市', issuer: '云岭省松陵市教育局' })).toBe('云岭省');
});

test('a proposal keeps everything but its scope', () => {
  const proposal = { assembly: '政协', scope: '市', term: 12, session: 4, number: '007' } as const;
  expect(placeProposal({ issuer: '青岚市教育局', proposal })).toEqual({ ...proposal, scope: '青岚市' });
  expect(placeProposal({ issuer: '教育局', proposal })).toBe(proposal);
  expect(placeProposal({ issuer: '青岚市教育局' })).toBeUndefined();
});
