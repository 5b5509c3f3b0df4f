import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSessionKey, sessionKey, sessionLabel, unnamedSessionKey, type Session } from './session-key.ts';

test('a session is parsed from its key as far as it is stated', () => {
  const session: fc.Arbitrary<Session> = fc.record(
    {
      assembly: fc.constantFrom('人大', '政协'),
      scope: fc.constantFrom('省', '全国', '枝江市'),
      term: fc.integer({ min: 1, max: 30 }),
      session: fc.integer({ min: 1, max: 9 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  fc.assert(
    fc.property(session, (stated) => {
      expect(parseSessionKey(sessionKey(stated))).toEqual(stated);
      expect(parseSessionKey(unnamedSessionKey(stated))).toEqual(stated);
    }),
  );
});

test('a letter that states nothing of a session has an empty key', () => {
  expect(sessionKey({})).toBe('');
  expect(sessionKey({ term: 12 })).toBe('//12-');
});

test('a session is described as far as it is stated', () => {
  expect(sessionLabel({ assembly: '政协', scope: '省', term: 12, session: 2 })).toBe('省政协十二届二次会议');
  expect(sessionLabel({ scope: '市', term: 12 })).toBe('市十二届');
  expect(sessionLabel({})).toBe('');
});
