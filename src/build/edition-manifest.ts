import { createHash } from 'node:crypto';
import { readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatManifest, manifestName, manifestScript } from '../archive/manifest.ts';
import { hashFile } from '../storage/file-hash.ts';

/**
 * The manifest, and the script that hands it to the archive's page. A manifest can list neither itself nor a
 * copy of itself.
 */
export const manifestFiles = [`${manifestName}.txt`, `${manifestName}.js`] as const;

/** How many files are hashed concurrently. */
const concurrency = 8;

/**
 * Writes the manifest of a finished edition: the SHA-256 of every file except the manifest and its script.
 *
 * @returns The SHA-256 of the manifest itself.
 */
export async function writeManifest(folder: string): Promise<string> {
  const files = await listEditionFiles(folder);
  const hashes = new Map<string, string>();
  for (let start = 0; start < files.length; start += concurrency)
    await Promise.all(
      files.slice(start, start + concurrency).map(async (file) => {
        hashes.set(file, await hashFile(join(folder, file)));
      }),
    );
  const text = formatManifest(hashes);
  const [plain, script] = manifestFiles;
  await writeFile(join(folder, plain), text);
  await writeFile(join(folder, script), manifestScript(text));
  return createHash('sha256').update(text).digest('hex');
}

/** Counts the files of an edition and their total size in bytes, manifest excluded. */
export async function measureEdition(folder: string): Promise<{ files: number; bytes: number }> {
  const files = await listEditionFiles(folder);
  let bytes = 0;
  for (const file of files) bytes += (await stat(join(folder, file))).size;
  return { files: files.length, bytes };
}

async function listEditionFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const own = new Set<string>(manifestFiles);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !own.has(file))
    .sort();
}
