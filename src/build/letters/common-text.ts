import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterBody } from '../../content-files/letter-body.ts';
import type { Letter } from '../../data/letter/letter.ts';
import type { CommonTextPair } from '../../data/relations/common-text.ts';
import { findCandidatePairs } from '../../lineage/candidate-pairs.ts';
import { unpackFingerprints } from '../../lineage/fingerprints.ts';
import { isNotable, measureCommonText, type TextMeasure } from '../../lineage/text-measure.ts';
import type { Block } from '../../markdown/block.ts';
import { letterBlocks } from '../../markdown/blocks.ts';
import { sha256 } from '../../storage/file-hash.ts';
import { ContentError } from '../content-error.ts';
import { changedMeanwhile } from './changed-letter.ts';
import type { LetterFacts } from './letter-facts.ts';

/** What pairs of letters have in common, by `measureKey`. */
export type KnownMeasures = Readonly<Record<string, TextMeasure>>;

type ReadLetter = Letter & { facts: LetterFacts };

/** The letters of an archive that have text in common. */
export interface FoundCommonText<L extends Letter> {
  pairs: readonly CommonTextPair<L>[];
  /** All pairs that were compared, for the next build. */
  measures: KnownMeasures;
}

/**
 * Finds the letters with text in common. Which pairs are compared is decided anew from the letters' fingerprints;
 * what a pair has in common depends on its two texts alone, so only pairs that are not known are read.
 *
 * @param letters Oldest first.
 * @throws ContentError when a letter was changed meanwhile.
 */
export async function findCommonTextPairs<L extends ReadLetter>(
  content: string,
  letters: readonly L[],
  known: KnownMeasures,
): Promise<FoundCommonText<L>> {
  const candidates = findCandidatePairs(letters.map(({ facts }) => unpackFingerprints(facts.fingerprints)));
  const measures: Record<string, TextMeasure> = {};
  const pairs: CommonTextPair<L>[] = [];
  // Candidates are in the order of the later letter, which is so read once.
  let last: { letter: L; blocks: Block[] } | undefined;
  for (const [first, second] of candidates) {
    const [earlier, later] = [letters[first], letters[second]];
    if (!earlier || !later) continue;
    const key = measureKey(earlier, later);
    let measure = known[key];
    if (!measure) {
      if (last?.letter !== later) last = { letter: later, blocks: await readBlocks(content, later) };
      measure = measureCommonText(await readBlocks(content, earlier), last.blocks);
    }
    measures[key] = measure;
    const { characters, shareOfFirst: shareOfEarlier, shareOfSecond: shareOfLater } = measure;
    if (isNotable(measure)) pairs.push({ earlier, later, characters, shareOfEarlier, shareOfLater });
  }
  return { pairs, measures };
}

function measureKey({ facts: first }: ReadLetter, { facts: second }: ReadLetter): string {
  return `${first.sha256.slice(0, 32)} ${second.sha256.slice(0, 32)}`;
}

async function readBlocks(content: string, { facts: { name, sha256: hash } }: ReadLetter): Promise<Block[]> {
  const path = join(content, 'replies', name);
  const bytes = await readFile(path);
  if (sha256(bytes) !== hash) throw new ContentError([changedMeanwhile(path)]);
  return letterBlocks(letterBody(bytes));
}
