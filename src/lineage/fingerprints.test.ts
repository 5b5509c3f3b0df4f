import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldLetter, inventParagraphs } from './copied-letters.fixture.ts';
import { packFingerprints, sampleFingerprints, unpackFingerprints } from './fingerprints.ts';

const paragraphs = inventParagraphs(40, 11);
const sample = (texts: readonly string[]) => sampleFingerprints(foldLetter(texts));

test('about one stretch in fourteen has a fingerprint', () => {
  const { units } = foldLetter(paragraphs);
  expect(sample(paragraphs).length / units.length).toBeCloseTo(1 / 14, 1);
});

test('the fingerprints of a text are the same wherever it is', () => {
  const [copied = '', ...others] = paragraphs;
  const around = new Set(sample([...others.slice(0, 3), copied, ...others.slice(3, 6)]));
  expect(sample([copied]).length).toBeGreaterThan(5);
  expect([...sample([copied])].filter((hash) => !around.has(hash))).toEqual([]);
});

test('different texts have different fingerprints', () => {
  const first = new Set(sample(paragraphs.slice(0, 20)));
  expect([...sample(paragraphs.slice(20))].filter((hash) => first.has(hash)).length).toBeLessThan(5);
});

test('a text too short for one has none', () => {
  expect(sample([])).toEqual(new Uint32Array());
  expect(sample(['八字以内没有指纹'])).toEqual(new Uint32Array());
});

test('packed fingerprints are read as they were', () => {
  fc.assert(
    fc.property(fc.uint32Array(), (fingerprints) => {
      expect(unpackFingerprints(packFingerprints(fingerprints))).toEqual(fingerprints);
    }),
  );
});
