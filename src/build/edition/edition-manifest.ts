import { formatManifest, manifestName, manifestScript } from '../../archive/manifest.ts';
import { digest } from '../digest.ts';
import { sha256 } from '../../storage/file-hash.ts';
import type { EditionFolder } from './edition-folder.ts';

/**
 * The manifest, and the script that hands it to the archive's page. A manifest can list neither itself nor a
 * copy of itself.
 */
export const manifestFiles = [`${manifestName}.txt`, `${manifestName}.js`] as const;

/**
 * Writes the manifest of a finished edition: the SHA-256 of every file except the manifest and its script.
 *
 * @returns The SHA-256 of the manifest itself.
 */
export function writeManifest(edition: EditionFolder): string {
  const own = new Set<string>(manifestFiles);
  const hashes = new Map(
    [...edition.files].filter(({ path }) => !own.has(path)).map(({ path, sha256: hash }) => [path, hash]),
  );
  const text = formatManifest(hashes);
  const [plain, script] = manifestFiles;
  const key = digest(text);
  edition.write(plain, key, text);
  edition.write(script, key, manifestScript(text));
  return sha256(text);
}
