import { expect, test } from 'vitest';
import { echoText } from './echoed-text.ts';

test('a short query is repeated whole', () => {
  expect(echoText('双创 导师')).toBe('双创 导师');
  expect(echoText('电'.repeat(40))).toBe('电'.repeat(40));
});

test('of a long query the beginning is repeated, in whole characters', () => {
  expect(echoText('电'.repeat(300))).toBe(`${'电'.repeat(40)}…`);
  expect(echoText('𠮷'.repeat(41))).toBe(`${'𠮷'.repeat(40)}…`);
  expect(echoText(`${'电'.repeat(39)} 梯`)).toBe(`${'电'.repeat(39)}…`);
});
