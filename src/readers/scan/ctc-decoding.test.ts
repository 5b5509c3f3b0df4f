import { expect, test } from 'vitest';
import { decodeCharacters } from './ctc-decoding.ts';

/** Decodes the likeliest class at each step; all steps have a probability of 0.8. */
function decode(...best: number[]): string {
  const classes = 4;
  const output = new Float32Array(best.length * classes).fill(0.05);
  for (const [step, index] of best.entries()) output[step * classes + index] = 0.8;
  return decodeCharacters(output, { steps: best.length, classes, width: best.length * 8 }, ['甲', '乙'])
    .map(({ text, x }) => `${text}${x}`)
    .join(' ');
}

test('a character that goes on over several steps is one', () => {
  expect(decode(0, 1, 1, 0, 2)).toBe('甲12 乙36');
});

test('a character after a blank is another, and the last class is the space', () => {
  expect(decode(1, 0, 1, 3)).toBe('甲4 甲20  28');
});
