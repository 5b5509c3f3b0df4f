import source from 'virtual:dafu/copy-check';
import { startSourceWorker } from '../source-worker.ts';
import type { CopyReport, OnChecked } from './check-chosen-copy.ts';
import type { FromCopyCheck, ToCopyCheck } from './copy-check-messages.ts';

/**
 * Checks a copy in a worker, so that the page stays usable.
 *
 * @param signal Ends the check.
 * @throws Error in Chinese when it is no copy, a zip is not to be trusted, or the visitor ended the check.
 */
export function startCopyCheck(
  request: ToCopyCheck,
  { onChecked, signal }: { onChecked: OnChecked; signal: AbortSignal },
): Promise<CopyReport> {
  const { worker, stop } = startSourceWorker(source);
  return new Promise<CopyReport>((resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(new Error('已停止。'));
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(message));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<FromCopyCheck>) => {
      if (data.kind === 'progress') onChecked(data.share, data.files);
      else if (data.kind === 'report') resolve(data.report);
      else reject(new Error(data.message));
    });
    worker.postMessage(request);
  }).finally(stop);
}
