import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inventLetters } from '../corpus/corpus.ts';
import { anyBody } from './bodies.fixture.ts';
import { parsedBlocks } from './blocks.ts';
import { simpleBlocks } from './simple-blocks.ts';

test('what is read without parsing is what parsing reads', () => {
  let [simple, withTable] = [0, 0];
  fc.assert(
    fc.property(anyBody, (markdown) => {
      const blocks = simpleBlocks(markdown);
      if (blocks === undefined) return;
      simple += 1;
      if (blocks.some(({ kind }) => kind === 'table')) withTable += 1;
      expect(blocks).toEqual(parsedBlocks(markdown));
    }),
    { numRuns: 3000 },
  );
  expect(simple).toBeGreaterThan(300);
  expect(withTable).toBeGreaterThan(10);
});

test('the usual letter is read without parsing', () => {
  for (const { body: markdown } of inventLetters(20)) {
    expect(simpleBlocks(markdown)).toEqual(parsedBlocks(markdown));
    expect(simpleBlocks(markdown)).toBeDefined();
  }
});
