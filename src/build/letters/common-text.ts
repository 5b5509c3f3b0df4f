import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { letterBody } from '../../content-files/letter-body.ts';
import type { Letter } from '../../data/letter/letter.ts';
import type { CommonTextPair } from '../../data/relations/common-text.ts';
import { findCandidatePairs, type CandidatePair } from '../../lineage/candidate-pairs.ts';
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

/** From so many letters a thread finds candidates sooner than it would start. */
const leastForThread = 2000;

/**
 * Finds the pairs of letters that may have text in common, for many letters in a thread of its own.
 *
 * @param letters Oldest first.
 */
export async function findCandidates(
  letters: readonly Pick<LetterFacts, 'fingerprints'>[],
  least = leastForThread,
): Promise<readonly CandidatePair[]> {
  const packed = letters.map(({ fingerprints }) => fingerprints);
  if (packed.length < least) return findCandidatePairs(packed.map(unpackFingerprints));
  const thread = new Worker(new URL('./candidates-thread.ts', import.meta.url), { workerData: packed });
  const [pairs] = (await once(thread, 'message')) as [CandidatePair[]];
  return pairs;
}

/**
 * Finds the letters with text in common. Which pairs are compared is decided anew from the letters' fingerprints;
 * what a pair has in common depends on its two texts alone, so only pairs that are not known are read.
 *
 * @param letters Oldest first.
 * @param candidates Those of these letters.
 * @throws ContentError when a letter was changed meanwhile.
 */
export async function compareCandidates<L extends ReadLetter>(
  content: string,
  letters: readonly L[],
  candidates: readonly CandidatePair[],
  known: KnownMeasures,
): Promise<FoundCommonText<L>> {
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
