import { checkChosenCopy } from './check-chosen-copy.ts';
import type { FromCopyCheck, ToCopyCheck } from './copy-check-messages.ts';

/** The part of the worker's own scope that is used: the DOM library does not describe it. */
interface WorkerScope {
  onmessage: ((event: { data: ToCopyCheck }) => void) | null;
  postMessage: (message: FromCopyCheck) => void;
}

/** The least time between two reports of progress, in milliseconds. */
const pause = 50;

const scope = globalThis as unknown as WorkerScope;
let last = 0;

scope.onmessage = ({ data: { chosen, manifest } }) => {
  checkChosenCopy(chosen, manifest, (share, files) => {
    const now = performance.now();
    if (now - last < pause) return;
    last = now;
    scope.postMessage({ kind: 'progress', share, files });
  }).then(
    (report) => {
      scope.postMessage({ kind: 'report', report });
    },
    (error: unknown) => {
      scope.postMessage({ kind: 'refusal', message: error instanceof Error ? error.message : String(error) });
    },
  );
};
