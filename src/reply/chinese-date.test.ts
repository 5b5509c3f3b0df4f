import { afterEach, expect, test, vi } from 'vitest';
import { sourceDateDay, today } from './chinese-date.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test('the day begins in China', () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2024, 4, 31, 15, 59) / 1000));
  expect(today()).toBe('2024-05-31');
  vi.stubEnv('SOURCE_DATE_EPOCH', String(Date.UTC(2024, 4, 31, 16, 0) / 1000));
  expect(today()).toBe('2024-06-01');
});

test('without an epoch the clock counts', () => {
  vi.stubEnv('SOURCE_DATE_EPOCH', '');
  expect(Math.abs(Date.parse(today()) - Date.now())).toBeLessThan(48 * 3_600_000);
});

test.each(['', 'heute', '12abc', '-5', '999999999999'])('an epoch of “%s” is none', (epoch) => {
  vi.stubEnv('SOURCE_DATE_EPOCH', epoch);
  expect(sourceDateDay()).toBeUndefined();
});
