import { expect, test } from 'vitest';
import { OpenFields } from './field.ts';

/** Opens a field, and ends its code. */
function enter(fields: OpenFields, code: string): void {
  fields.begin();
  if (fields.innermost) fields.innermost.code = code;
  fields.separate();
}

test('a code is hidden, its result is not', () => {
  const fields = new OpenFields();
  fields.begin();
  expect(fields.hide).toBe(true);
  fields.separate();
  expect(fields.hide).toBe(false);
  fields.end();
  expect(fields.hide).toBe(false);
});

test('a page number hides its result and the fields in it, until it ends', () => {
  const fields = new OpenFields();
  enter(fields, ' PAGE ');
  expect(fields.hide).toBe(true);
  enter(fields, 'DATE');
  expect(fields.hide).toBe(true);
  fields.end();
  expect(fields.end()?.code).toBe(' PAGE ');
  expect(fields.hide).toBe(false);
});

test('a field in a code is hidden with it', () => {
  const fields = new OpenFields();
  fields.begin();
  enter(fields, 'DATE');
  expect(fields.hide).toBe(true);
  fields.end();
  fields.separate();
  expect(fields.hide).toBe(false);
});
