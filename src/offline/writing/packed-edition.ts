import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { algorithms, bagManifestLines, type FileHashes } from '../../archive/bag/bag.ts';
import { compareHashes, manifestName, manifestScript, parseManifest } from '../../archive/manifest.ts';
import { hashFileBy, sha256 } from '../../storage/file-hash.ts';
import { writeBagZip, type EditionToPack } from './bag-zip.ts';
import type { PackedZip } from './kept-zip.ts';
import { hashLines } from './manifest-lines.ts';
import { writeAside } from './new-file.ts';

/** Receives what is done, 0–1, and of how many files. */
export type OnPacking = (step: { text: string; share: number; done?: number; total?: number }) => void;

/**
 * Writes the zip of an edition.
 *
 * @returns What was written, with the hashes of the edition's files by their paths in it.
 * @throws Error in Chinese when the edition differs from its own manifest.
 */
export async function packEdition(
  zip: string,
  edition: EditionToPack,
  onProgress: OnPacking | undefined,
): Promise<PackedZip & { hashes: ReadonlyMap<string, FileHashes> }> {
  const total = edition.files.length;
  return writeAside(zip, async (file) => {
    const hashes = await writeBagZip(edition, file, (share, done) =>
      onProgress?.({ text: '打包', share: 0.9 * share, done, total }),
    );
    const manifest = await requireSame(edition.folder, hashes);
    await file.complete();
    onProgress?.({ text: '复核', share: 0.92 });
    const own = await hashFileBy(file.path, algorithms);
    return { hashes, manifest, size: file.size(), files: total, ...own };
  });
}

/**
 * An edition that was changed since it was built would be archived with a correct manifest over wrong files.
 *
 * @returns The SHA-256 of its own manifest.
 */
async function requireSame(edition: string, hashes: ReadonlyMap<string, FileHashes>): Promise<string> {
  const text = await readManifest(edition);
  const own = new Map([
    [`${manifestName}.txt`, sha256(text)],
    [`${manifestName}.js`, sha256(manifestScript(text))],
  ]);
  const listed = new Map([...hashes].filter(([path]) => !own.has(path)));
  const isListed = hashLines(bagManifestLines('sha256', listed)).sha256 === own.get(`${manifestName}.txt`);
  if (isListed && [...own].every(([path, hash]) => hashes.get(path)?.sha256 === hash)) return sha256(text);
  const expected = new Map([...parseManifest(text), ...own]);
  const found = new Map([...hashes].map(([path, both]) => [path, both.sha256]));
  const differences = Object.values(compareHashes(expected, found)).flat();
  if (differences.length === 0) return sha256(text);
  throw new Error(
    `${edition} 里有 ${differences.length} 个文件与它的清单不符（${differences.slice(0, 3).join('、')}），没有打包。请重新构建。`,
  );
}

/** Reads the manifest of an edition; empty when there is none. */
export function readManifest(edition: string): Promise<string> {
  return readFile(join(edition, `${manifestName}.txt`), 'utf8').catch(() => '');
}
