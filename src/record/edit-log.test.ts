import { expect, test } from 'vitest';
import { applyEdits, revertEdits } from './edit-log.ts';

const comma = { rule: 'full-width', tier: 2, at: 2, before: ',', after: '，' } as const;

test('edits that do not fit the text are refused, not applied somewhere else', () => {
  expect(applyEdits('收悉,经研究', [comma])).toBe('收悉，经研究');
  expect(() => applyEdits('收,悉经研究', [comma])).toThrow(RangeError);
  expect(() => applyEdits('收悉,经研究', [comma, comma])).toThrow(RangeError);
  expect(() => revertEdits('收悉,经研究', [comma])).toThrow(RangeError);
  expect(() => revertEdits('收悉，经研究', [comma, comma])).toThrow(RangeError);
});
