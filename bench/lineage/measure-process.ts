import { cpuUsage, memoryUsage } from 'node:process';
import { findCandidatePairs } from '../../src/lineage/candidate-pairs.ts';
import { findCommonText } from '../../src/lineage/common-passages.ts';
import { sampleFingerprints } from '../../src/lineage/fingerprints.ts';
import { foldBlocks } from '../../src/lineage/folded-text.ts';
import { letterBlocks } from '../../src/markdown/blocks.ts';
import { kinds, plantCorpus, type CopyKind } from './planted-corpus.ts';

/** What was measured on a corpus of some size. */
export interface Measured {
  letters: number;
  planted: number;
  /** Pairs that were found, and those of them that were planted. */
  found: number;
  right: number;
  /** Planted and found, and the median share of the copy that was found to be copied. */
  kinds: Record<CopyKind, { planted: number; found: number; share: number }>;
  /** Bytes of all fingerprints. */
  bytes: number;
  /** CPU seconds of this thread. */
  cpu: { blocks: number; fingerprints: number; pairs: number; passages: number };
  /** Wall seconds of fingerprints, pairs and passages together. */
  seconds: number;
  /** Bytes of the process with the corpus alone, before the measurement. */
  corpusMemory: number;
}

// A process of its own, so that its memory is that of one measurement: node measure-process.ts LETTERS PLANTED.
const [count = 0, planted = 0] = process.argv.slice(2).map(Number);
process.send?.(measure(count, planted));

function measure(letters: number, wanted: number): Measured {
  const { bodies, pairs } = plantCorpus(letters, wanted);
  const truth = new Map(pairs.map((pair) => [`${pair.source} ${pair.copy}`, pair.kind]));
  const corpusMemory = memoryUsage.rss();
  const cpu = { blocks: 0, fingerprints: 0, pairs: 0, passages: 0 };
  const timed = <T>(part: keyof typeof cpu, work: () => T): T => {
    const start = cpuUsage();
    const result = work();
    const { user, system } = cpuUsage(start);
    cpu[part] += (user + system) / 1e6;
    return result;
  };
  const start = performance.now();
  const fold = (body: string) => {
    const blocks = timed('blocks', () => letterBlocks(body));
    return () => foldBlocks(blocks);
  };
  const fingerprints = bodies.map((body) => {
    const folded = fold(body);
    return timed('fingerprints', () => sampleFingerprints(folded()));
  });
  const candidates = timed('pairs', () => findCandidatePairs(fingerprints));
  const verified = candidates.map(([earlier, later]) => {
    const [first, second] = [fold(bodies[earlier] ?? ''), fold(bodies[later] ?? '')];
    const { shareOfFirst, shareOfSecond } = timed('passages', () => findCommonText(first(), second()));
    return { kind: truth.get(`${earlier} ${later}`), shareOfFirst, shareOfSecond };
  });
  const seconds = (performance.now() - start) / 1000;
  const found = verified.filter((pair) => Math.max(pair.shareOfFirst, pair.shareOfSecond) >= 0.1);
  const ofKind = (kind: CopyKind) => {
    const shares = found.filter((pair) => pair.kind === kind).map(({ shareOfSecond }) => shareOfSecond);
    shares.sort((a, b) => a - b);
    return {
      planted: pairs.filter((pair) => pair.kind === kind).length,
      found: shares.length,
      share: shares[shares.length >> 1] ?? 0,
    };
  };
  return {
    ...{ letters, planted: pairs.length, found: found.length, seconds, cpu, corpusMemory },
    right: found.filter(({ kind }) => kind !== undefined).length,
    kinds: Object.fromEntries(kinds.map((kind) => [kind, ofKind(kind)])) as Measured['kinds'],
    bytes: fingerprints.reduce((sum, { byteLength }) => sum + byteLength, 0),
  };
}
