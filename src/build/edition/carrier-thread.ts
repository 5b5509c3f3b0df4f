import { parentPort, workerData } from 'node:worker_threads';
import { fingerprint } from '../../storage/file-fingerprint.ts';
import {
  carryFile,
  fileStates,
  type CarrierAnswer,
  type CarrierFiles,
  type CarrierOrder,
} from './file-carrier.ts';

const { paths, fingerprints, states } = workerData as CarrierFiles;
let answer: CarrierAnswer = {};

parentPort?.on('message', (order: CarrierOrder) => {
  if (order === 'settle') parentPort?.postMessage(answer);
  else if (!answer.failure) for (const link of order.links) carry(...link);
});

for (const [at, path] of paths.entries())
  Atomics.store(states, at, fingerprint(path) === fingerprints[at] ? fileStates.same : fileStates.other);

function carry(from: string, to: string): void {
  try {
    carryFile(from, to);
  } catch (error) {
    const { message, code, path } = error as NodeJS.ErrnoException;
    answer = {
      failure: { message, ...(code !== undefined && { code }), ...(path !== undefined && { path }) },
    };
  }
}
