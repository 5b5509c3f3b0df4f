import { expect, test } from 'vitest';
import { normaliseRange } from './normalisation.ts';
import { editsOf, textOf } from './text-edits.ts';

const traits = { flattened: false, strays: false, spacedOut: false };
const decoded = '依据云政〔2014〕1号、云府[2014]2号和云办[2014]3号文件。';
const range = { at: 0, end: decoded.length };

test('what an editor has not confirmed is suggested and not applied', () => {
  const { text, suggestions } = normaliseRange(decoded, range, 'prose', traits, () => undefined);
  expect(textOf(text)).toBe(decoded);
  expect(suggestions).toMatchObject([
    { rule: 'year-brackets', before: '[2014]', after: '〔2014〕' },
    { rule: 'year-brackets', before: '[2014]', after: '〔2014〕' },
  ]);
});

test('each confirmed suggestion is logged with who confirmed it', () => {
  const confirmed = [
    { by: '甲', on: '2021-01-02' },
    { by: '乙', on: '2021-01-02' },
  ];
  const second = decoded.lastIndexOf('[');
  const { text, suggestions } = normaliseRange(decoded, range, 'prose', traits, ({ at }) =>
    at < second ? confirmed[0] : confirmed[1],
  );
  expect(suggestions).toEqual([]);
  expect(textOf(text)).toBe(decoded.replaceAll('[', '〔').replaceAll(']', '〕'));
  expect(editsOf(text).map(({ tier, accepted }) => [tier, accepted])).toEqual(
    confirmed.map((one) => [3, one]),
  );
});
