import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCandidatePairs } from './candidate-pairs.ts';
import { foldLetter, inventParagraphs } from './copied-letters.fixture.ts';
import { sampleFingerprints } from './fingerprints.ts';

const paragraphs = inventParagraphs(300, 3);
const draw = (from: number, count: number) => paragraphs.slice(from, from + count);
const pairsOf = (letters: readonly (readonly string[])[]) =>
  findCandidatePairs(letters.map((texts) => sampleFingerprints(foldLetter(texts))));

test('a copy is found, letters without common text are not', () => {
  expect(pairsOf([draw(0, 5), draw(5, 5), draw(10, 5), draw(5, 5)])).toEqual([[1, 3]]);
});

test('a paragraph copied into another letter is found', () => {
  expect(pairsOf([draw(0, 5), draw(5, 5), [...draw(10, 4), ...draw(2, 1)]])).toEqual([[0, 2]]);
});

test('what many letters have is a formula', () => {
  const formula = draw(299, 1);
  const letters = Array.from({ length: 30 }, (_, at) => [...draw(at * 5, 5), ...formula]);
  expect(pairsOf(letters)).toEqual([]);
  expect(pairsOf(letters.slice(0, 2))).toEqual([[0, 1]]);
});

test('a letter that many repeat is a copy, of the nearest before it', () => {
  const template = draw(290, 5);
  const letters = [...Array.from({ length: 20 }, () => template), draw(0, 5)];
  const pairs = pairsOf(letters);
  expect(new Set(pairs.map(([, later]) => later)).size).toBe(19);
  expect(pairs.filter(([, later]) => later === 15)).toEqual([
    [12, 15],
    [13, 15],
    [14, 15],
  ]);
});

test('the work grows with the letters, not with their square', () => {
  // All letters have the same text, and all fingerprints are in all of them.
  const copies = Array.from({ length: 5_000 }, () => Uint32Array.from({ length: 20 }, (_, hash) => hash));
  expect(findCandidatePairs(copies)).toHaveLength(3 * 5_000 - 6);
});

test('every pair is of two letters that share text, the earlier first, and occurs once', () => {
  const letter = fc
    .uniqueArray(fc.nat(60), { maxLength: 30 })
    .map((hashes) => Uint32Array.from(hashes).sort());
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 20 }), (letters) => {
      const pairs = findCandidatePairs(letters);
      for (const [earlier, later] of pairs) {
        expect(earlier).toBeLessThan(later);
        const other = new Set(letters[later]);
        expect([...(letters[earlier] ?? [])].filter((hash) => other.has(hash)).length).toBeGreaterThan(3);
      }
      expect(new Set(pairs.map(String)).size).toBe(pairs.length);
    }),
  );
});
