import { describe, expect, test } from 'vitest';
import { findDateDoubts } from './date-doubts.ts';

const today = '2024-12-31';

describe('a date that can hardly be right', () => {
  test.each([
    [{ issuedOn: '2034-06-12' }, ['future-date']],
    [{ publishedOn: '2025-01-01' }, ['future-date']],
    [{ issuedOn: '2014-06-12', documentNumber: '青水函〔2024〕56号' }, ['number-year']],
    [{ issuedOn: '2023-12-30', documentNumber: '青水函〔2024〕56号' }, ['number-year']],
  ])('%j', (frontmatter, codes) => {
    expect(findDateDoubts(frontmatter, today).map(({ code }) => code)).toEqual(codes);
  });
});

test.each([
  { issuedOn: '2024-12-31', publishedOn: '2024-12-31' },
  { issuedOn: '2024-01-05', documentNumber: '青水函〔2023〕156号' },
  { documentNumber: '青水函〔2023〕156号' },
  { issuedOn: '2020-01-05', documentNumber: '残缺' },
])('%j is in order', (frontmatter) => {
  expect(findDateDoubts(frontmatter, today)).toEqual([]);
});
