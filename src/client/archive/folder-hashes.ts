/** A file of a chosen folder. */
export interface FolderFile {
  /** Path below the folder, with `/`. */
  path: string;
  file: Blob;
}

/** SHA-256 in lower-case hexadecimal. The browser computes it off the main thread. */
export async function hexDigest(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Hashes files one after another, so that only one is in memory.
 *
 * @param onProgress Receives the share that is done, 0–1.
 * @returns Hashes by path, and the paths that the browser could not read.
 */
export async function hashFiles(
  files: readonly FolderFile[],
  onProgress: (share: number) => void,
): Promise<{ hashes: Map<string, string>; unreadable: string[] }> {
  const hashes = new Map<string, string>();
  const unreadable: string[] = [];
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  let done = 0;
  for (const { path, file } of files) {
    try {
      hashes.set(path, await hexDigest(await file.arrayBuffer()));
    } catch {
      unreadable.push(path);
    }
    done += file.size;
    onProgress(bytes === 0 ? 1 : done / bytes);
  }
  return { hashes, unreadable };
}
