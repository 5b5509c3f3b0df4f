import { stat } from 'node:fs/promises';
import { hashFile } from '../../storage/file-hash.ts';
import { restoreFolder } from '../../storage/replaced-folder.ts';
import { requireBase } from './base-check.ts';
import { openDelta } from './opened-delta.ts';
import { updateFolder } from './updated-folder.ts';
import { updateZip } from './updated-zip.ts';

export interface ApplyOptions {
  /** Absolute path of the delta. */
  delta: string;
  /** Absolute path of the older copy: a zip or a folder. */
  copy: string;
  showName: (name: string) => string;
  onProgress?: (step: { text: string; share: number }) => void;
}

/**
 * Brings an older copy up to date: beside an older zip the newer one, in place of an older folder the newer. The
 * result has the hash of a copy that was downloaded whole, or the old copy stays as it was.
 *
 * @returns Absolute path of the newer copy.
 * @throws Error in Chinese when the delta is damaged or begins from another copy.
 */
export async function applyDelta({ delta: path, copy, showName, onProgress }: ApplyOptions): Promise<string> {
  // A folder that was moved aside when its update was killed comes back.
  await restoreFolder(copy);
  const found = await stat(copy).catch(() => undefined);
  if (!found?.isFile() && !found?.isDirectory()) throw new Error(`没有 ${copy}。`);
  const report = (text: string, share: number) => onProgress?.({ text, share });
  const delta = await openDelta(path, showName);
  try {
    report('核对旧副本', 0);
    if (found.isDirectory()) return await updateFolder(delta, copy, showName, report);
    requireBase(await hashFile(copy), delta.base.sha256, delta.target.sha256);
    return await updateZip(delta, copy, showName, report);
  } finally {
    await delta.close();
  }
}
