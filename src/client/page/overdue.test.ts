import { parseHTML } from 'linkedom';
import { expect, test } from 'vitest';
import { localDay } from '../../search/query/local-day.ts';
import { markOverdue } from './overdue.ts';

test('what was due before the visitor’s day is marked, what is due on it is not', () => {
  const { document } = parseHTML(
    '<html><body><i data-overdue-after="2024-02-28"></i><b data-overdue-after="2024-02-29"></b></body></html>',
  );
  markOverdue(document, localDay(new Date(2024, 1, 29, 23, 59)));
  expect(document.querySelector('i')?.hasAttribute('data-overdue')).toBe(true);
  expect(document.querySelector('b')?.hasAttribute('data-overdue')).toBe(false);
});
