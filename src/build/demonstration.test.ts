import { expect, test } from 'vitest';
import { findCommitments } from '../commitments/find-commitments.ts';
import { planLetter } from '../corpus/demo/letter-plan.ts';
import { inventDemoLetter } from '../corpus/demo/letter.ts';
import { findCandidatePairs } from '../lineage/candidate-pairs.ts';
import { sampleFingerprints } from '../lineage/fingerprints.ts';
import { foldBlocks } from '../lineage/folded-text.ts';
import { isNotable, measureCommonText } from '../lineage/text-measure.ts';
import { letterBlocks } from '../markdown/blocks.ts';
import { findCitations } from '../policies/find-citations.ts';
import { followUpSchema } from '../reply/follow-up.ts';

test('letters of the demonstration cite policies and make commitments, of which some were followed up', () => {
  const letters = Array.from({ length: 400 }, (_, index) => inventDemoLetter(index)).map(
    ({ frontmatter, body, followUp }) => {
      const blocks = letterBlocks(body);
      return {
        followUp,
        cited: findCitations(blocks, frontmatter),
        promised: findCommitments(blocks, frontmatter),
      };
    },
  );
  expect(letters.filter(({ cited }) => cited.length === 0)).toEqual([]);
  expect(letters.filter(({ promised }) => promised.length === 0)).toEqual([]);
  expect(letters.some(({ promised }) => promised.some(({ due }) => due !== undefined))).toBe(true);
  const followed = letters.filter(({ followUp }) => followUp);
  expect(followed.length).toBeGreaterThan(5);
  for (const { followUp, promised } of followed) {
    expect(followUpSchema.safeParse(followUp).error).toBeUndefined();
    for (const { sentence } of followUp?.records ?? [])
      expect(promised.filter(({ text }) => text.includes(sentence))).toHaveLength(1);
  }
});

test('most letters of the demonstration that have text in common were copied', () => {
  const count = 300;
  const plans = Array.from({ length: count }, (_, index) => planLetter(index));
  const blocks = plans.map(({ index }) => letterBlocks(inventDemoLetter(index).body));
  const candidates = findCandidatePairs(blocks.map((own) => sampleFingerprints(foldBlocks(own))));
  const found = candidates.filter(([one, other]) =>
    isNotable(measureCommonText(blocks[one] ?? [], blocks[other] ?? [])),
  );
  const copied = plans.filter(({ follows }) => follows !== undefined && follows.copied !== 'nothing');
  expect(copied.length).toBeGreaterThan(5);
  for (const { index, follows } of copied)
    expect(found.some(([one, other]) => one === follows?.index && other === index)).toBe(true);
  expect(found.length).toBeLessThan(copied.length * 3);
});
