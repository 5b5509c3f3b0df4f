import { expect, test } from 'vitest';
import { combine, drop, recognised, report } from './recognised.ts';

const step = (value: string, at: number) =>
  recognised(value, [drop('label', { at, end: at + 2 }), report('unfit-value', at, value)]);

test('combining keeps the values, the dropped ranges and the messages in order of the steps', () => {
  const steps = [step('二', 20), step('一', 10)];
  const before = structuredClone(steps);
  const { value, dropped, messages } = combine(steps);
  expect(value).toEqual(['二', '一']);
  expect(dropped.map(({ at }) => at)).toEqual([20, 10]);
  expect(messages.map(({ at, text }) => [at, text])).toEqual([
    [20, '二'],
    [10, '一'],
  ]);
  expect(steps).toEqual(before);
});

test('an empty range is not dropped', () => {
  expect(drop('label', { at: 3, end: 3 }, { at: 5, end: 6 }).dropped).toEqual([
    { at: 5, end: 6, why: 'label' },
  ]);
});

test('a message has the usual level of its code unless another is given', () => {
  expect(report('unread-line', 0, '').messages[0]?.level).toBe('warning');
  expect(report('unread-line', 0, '', 'info').messages[0]?.level).toBe('info');
  expect(report('misread-label', 0, '').messages[0]?.level).toBe('info');
});
