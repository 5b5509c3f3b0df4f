import { expect, test } from 'vitest';
import { packFingerprints, sampleFingerprints } from '../../lineage/fingerprints.ts';
import { foldBlocks } from '../../lineage/folded-text.ts';
import { letterBlocks } from '../../markdown/blocks.ts';
import { inventDemoLetter } from '../../corpus/demo/letter.ts';
import { findCandidates } from './common-text.ts';

test('a thread finds the candidates that are found without one', async () => {
  const letters = Array.from({ length: 60 }, (_, index) => ({
    fingerprints: packFingerprints(
      sampleFingerprints(foldBlocks(letterBlocks(inventDemoLetter(index).body))),
    ),
  }));
  const found = await findCandidates(letters);
  expect(found.length).toBeGreaterThan(0);
  expect(await findCandidates(letters, 0)).toEqual(found);
});
