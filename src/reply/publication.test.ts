import { expect, test } from 'vitest';
import { publicationOn } from './publication.ts';

const withdrawn = { on: '2021-01-02', reason: '虚构的原因' };

test.each([
  ['a letter that says nothing', {}, 'published'],
  ['a letter disclosed on own initiative', { disclosure: '主动公开' }, 'published'],
  ['a letter disclosed on request', { disclosure: '依申请公开' }, 'unpublished'],
  ['a draft', { draft: true }, 'unpublished'],
  ['a letter on its day', { publishFrom: '2026-12-01' }, 'published'],
  ['a letter after its day', { publishFrom: '2026-11-30' }, 'published'],
  ['a letter before its day', { publishFrom: '2026-12-02' }, 'waiting'],
  ['a withdrawn letter', { withdrawn }, 'withdrawn'],
  ['a withdrawn letter that is not disclosed any more', { withdrawn, disclosure: '不予公开' }, 'withdrawn'],
  ['a withdrawn letter before its day', { withdrawn, publishFrom: '2026-12-02' }, 'withdrawn'],
  ['a draft of a withdrawal', { withdrawn, draft: true }, 'unpublished'],
  [
    'a letter before its day that is not disclosed',
    { publishFrom: '2026-12-02', disclosure: '不予公开' },
    'unpublished',
  ],
] as const)('%s', (_, letter, publication) => {
  expect(publicationOn('2026-12-01', letter)).toBe(publication);
});
