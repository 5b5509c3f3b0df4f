import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { headLength } from '../../reply/original/format.ts';
import { publishedName } from '../../reply/original/published-name.ts';

/**
 * Finds the path below `originals/` under which the edition publishes a received file. Links and the copy
 * both use this function.
 *
 * @param originals The `originals` folder of the content.
 * @param path Path of the file below that folder.
 * @throws Error of the file system when the file cannot be read.
 */
export async function findPublishedPath(originals: string, path: string): Promise<string> {
  const file = await open(join(originals, path));
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headLength), 0, headLength, 0);
    return publishedName(path, buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
