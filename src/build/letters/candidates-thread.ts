import { parentPort, workerData } from 'node:worker_threads';
import { findCandidatePairs } from '../../lineage/candidate-pairs.ts';
import { unpackFingerprints } from '../../lineage/fingerprints.ts';

const packed = workerData as readonly string[];
parentPort?.postMessage(findCandidatePairs(packed.map(unpackFingerprints)));
