import { toPrintable } from '../check/printable-text.ts';
import { applyDelta } from '../offline/delta/apply-delta.ts';
import { describeStorageFault, isStorageFault } from '../storage/storage-fault.ts';
import { showProgress } from './progress.ts';

/** The options of `dafu apply`. */
interface ApplyCommandOptions {
  /** Absolute path of the delta. */
  delta: string;
  /** Absolute path of the older copy. */
  copy: string;
  quiet?: boolean;
}

/** Updates a copy and prints where the newer one is. */
export async function runApply({ delta, copy, quiet = false }: ApplyCommandOptions): Promise<void> {
  const progress = showProgress({ quiet });
  try {
    const path = await applyDelta({ delta, copy, showName: toPrintable, onProgress: progress.show });
    progress.end();
    if (!quiet) process.stdout.write(`已更新：${path}\n`);
  } catch (error) {
    progress.end();
    if (!isStorageFault(error)) throw error;
    throw new Error(`${describeStorageFault(error, copy)}没有更新；旧副本未改动。`, { cause: error });
  }
}
