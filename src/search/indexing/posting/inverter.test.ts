import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inDepth } from '../../../setup/depth.ts';
import { compareCodePoints } from '../../text/code-point-order.ts';
import { foldUnits } from '../../text/fold.ts';
import { textsByZone, type LetterText } from '../../text/letter-text.ts';
import { tokenizeLetter } from '../../text/letter-tokens.ts';
import { officialText } from '../../text/official-text.fixture.ts';
import { unitMark } from '../../text/tokens.ts';
import { createInverter } from './inverter.ts';
import { readRun, type RunEntry } from './posting.fixture.ts';

const letter = fc
  .tuple(officialText, fc.array(officialText, { maxLength: 2 }), fc.array(officialText, { maxLength: 4 }))
  .map(([title, header, body]): LetterText => ({
    title,
    header: header.map((text) => ({ label: '主送', text })),
    body: body.map((text, at) => ({ kind: at % 3 === 0 ? 'heading' : 'paragraph', id: '', text })),
  }));

/** What is to be found, token by token, by the definition of tokens. */
function expected(letters: readonly LetterText[]): RunEntry[] {
  const found = new Map<string, [row: number, values: number[]][]>();
  const add = (token: string, row: number, values: number[]) => {
    const rows = found.get(token) ?? [];
    found.set(token, [...rows, [row, values]]);
  };
  for (const [row, text] of letters.entries()) {
    const { tokens } = tokenizeLetter(text);
    for (const token of new Set(tokens))
      add(
        token,
        row,
        [...tokens.keys()].filter((at) => tokens[at] === token),
      );
    const zones = Object.values(textsByZone(text)).map((blocks) =>
      blocks.flatMap((block) => foldUnits(block)),
    );
    for (const unit of new Set(zones.flat().map((one) => one.text))) {
      const bits = zones.map((zone, at) => (zone.some((one) => one.text === unit) ? 1 << at : 0));
      add(unit + unitMark, row, [bits.reduce((sum, bit) => sum + bit, 0)]);
    }
  }
  return [...found].sort(([a], [b]) => compareCodePoints(a, b));
}

test('every token is found at each of its positions, every unit in each of its zones, in order', () => {
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 5 }), (letters) => {
      const inverter = createInverter();
      const ends = letters.map((text) => inverter.add(text));
      expect(ends).toEqual(letters.map((text) => tokenizeLetter(text).ends));
      expect(readRun(inverter.finish())).toEqual(expected(letters));
    }),
    { numRuns: inDepth(100, 500) },
  );
});

test('a table of thousands of tokens finds each again', () => {
  const inverter = createInverter();
  const han = (at: number) => String.fromCharCode(0x4e00 + (at % 5000));
  const text = Array.from({ length: 40_000 }, (_, at) => han(at * at)).join('');
  inverter.add({ title: text, header: [], body: [] });
  const entries = readRun(inverter.finish());
  const { tokens } = tokenizeLetter({ title: text, header: [], body: [] });
  expect(entries.filter(([token]) => !token.endsWith(unitMark)).map(([token]) => token)).toEqual(
    [...new Set(tokens)].sort(compareCodePoints),
  );
});
