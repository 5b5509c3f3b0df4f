import { expect, it } from 'vitest';
import { controllerWithin } from './question.ts';

it('a step ends with the question it belongs to, for the same reason', () => {
  const question = new AbortController();
  const step = controllerWithin(question.signal);
  question.abort(new Error('overtaken'));
  expect(step.signal.reason).toEqual(new Error('overtaken'));
  expect(controllerWithin(question.signal).signal.aborted).toBe(true);
});

it('a question goes on when one of its steps ends', () => {
  const question = new AbortController();
  controllerWithin(question.signal).abort();
  expect(question.signal.aborted).toBe(false);
});
