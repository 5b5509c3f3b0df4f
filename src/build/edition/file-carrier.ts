import { copyFileSync, linkSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import { fingerprint } from '../../storage/file-fingerprint.ts';
import type { FormerFiles, PlacedFile } from './edition-file.ts';

/** Carries files of the last edition into the next one, and knows which of them were changed since. */
export interface FileCarrier {
  /** Whether a file has the fingerprint that it was kept with. */
  isSame(file: PlacedFile): boolean;
  /** Links a file to a place in a folder that exists. It may be there no sooner than {@link settle} says. */
  carry(from: string, to: string): void;
  /** Waits until all files are where they belong. @throws The error of the first that is not. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

/** What the thread of a carrier begins with. */
export interface CarrierFiles {
  paths: readonly string[];
  fingerprints: readonly string[];
  /** One byte a file, for what is found. */
  states: Uint8Array<SharedArrayBuffer>;
}

/** Files to link, or a question whether all are. */
export type CarrierOrder = { links: readonly (readonly [from: string, to: string])[] } | 'settle';

/** That all links were made, or the system's error of the first that was not. */
export interface CarrierAnswer {
  failure?: { message: string; code?: string; path?: string };
}

/** Of a file's byte: nothing is known yet, it has its fingerprint, it has another. */
export const fileStates = { unknown: 0, same: 1, other: 2 } as const;

/** Fewer files than this take no longer than a thread takes to start. */
const leastFiles = 2000;
/** Links in one message. */
const batch = 500;

/**
 * Opens a carrier. For many files it has a thread, which begins at once to look at all of them, and links while the build
 * makes others: tens of thousands of calls to the file system took a fourth of an edit's time.
 *
 * @param former Files with their fingerprints.
 * @param least From how many files it has a thread.
 */
export function openFileCarrier({ placed, locate }: FormerFiles, least = leastFiles): FileCarrier {
  const files = [...placed.values()];
  if (files.length < least) return carryHere(locate);
  const states = new Uint8Array(new SharedArrayBuffer(files.length));
  const places = new Map(files.map(({ path }, at) => [path, at]));
  const workerData: CarrierFiles = {
    paths: files.map(({ path }) => locate(path)),
    fingerprints: files.map((file) => file.fingerprint),
    states,
  };
  const worker = new Worker(new URL('./carrier-thread.ts', import.meta.url), { workerData });
  // Its failure is the answer of whoever waits for it.
  const failed = new Promise<never>((_, reject) => {
    worker.once('error', reject);
    worker.once('exit', (code) => {
      reject(new Error(`复制上次构建文件的线程中断（${code}）`));
    });
  });
  failed.catch(() => undefined);
  let waiting: [string, string][] = [];
  const send = () => {
    worker.postMessage({ links: waiting } satisfies CarrierOrder);
    waiting = [];
  };
  return {
    isSame(file) {
      const state = Atomics.load(states, places.get(file.path) ?? -1);
      if (state !== fileStates.unknown) return state === fileStates.same;
      return fingerprint(locate(file.path)) === file.fingerprint;
    },
    carry(from, to) {
      waiting.push([from, to]);
      if (waiting.length >= batch) send();
    },
    async settle() {
      send();
      const answered = new Promise<CarrierAnswer>((resolve) => worker.once('message', resolve));
      worker.postMessage('settle' satisfies CarrierOrder);
      const { failure } = await Promise.race([answered, failed]);
      if (failure) throw Object.assign(new Error(failure.message), failure);
    },
    async close() {
      await worker.terminate();
    },
  };
}

/** Looks at each file, and links it, at once. */
function carryHere(locate: FormerFiles['locate']): FileCarrier {
  return {
    isSame: ({ path, fingerprint: known }) => fingerprint(locate(path)) === known,
    carry: carryFile,
    settle: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

/** Links a file, or copies it where the file system has no hard links. */
export function carryFile(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS', 'EXDEV'].includes(code)) throw error;
    copyFileSync(from, to);
  }
}
