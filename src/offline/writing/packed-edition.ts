import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { algorithms, type FileHashes } from '../../archive/bag/bag.ts';
import {
  compareHashes,
  manifestLine,
  manifestName,
  manifestScript,
  manifestScriptPieces,
  parseManifest,
} from '../../archive/manifest.ts';
import { hashFileBy, sha256 } from '../../storage/file-hash.ts';
import { writeBagZip, type EditionToPack } from './bag-zip.ts';
import type { PackedZip } from './kept-zip.ts';
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
  const [listing, script] = [`${manifestName}.txt`, `${manifestName}.js`];
  const lines = function* () {
    for (const [path, { sha256: hash }] of hashes)
      if (path !== listing && path !== script) yield manifestLine(path, hash);
  };
  // Line by line, since the manifest of a large archive would be in memory several times.
  const own = new Map([
    [listing, hashPieces(lines())],
    [script, hashPieces(manifestScriptPieces(lines()))],
  ]);
  if ([...own].every(([path, hash]) => hashes.get(path)?.sha256 === hash)) return own.get(listing) ?? '';
  const text = await readManifest(edition);
  own.set(listing, sha256(text)).set(script, sha256(manifestScript(text)));
  const expected = new Map([...parseManifest(text), ...own]);
  const found = new Map([...hashes].map(([path, both]) => [path, both.sha256]));
  const differences = Object.values(compareHashes(expected, found)).flat();
  if (differences.length === 0) return sha256(text);
  throw new Error(
    `${edition} 里有 ${differences.length} 个文件与它的清单不符（${differences.slice(0, 3).join('、')}），没有打包。请重新构建。`,
  );
}

function hashPieces(pieces: Iterable<string>): string {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}

/** Reads the manifest of an edition; empty when there is none. */
export function readManifest(edition: string): Promise<string> {
  return readFile(join(edition, `${manifestName}.txt`), 'utf8').catch(() => '');
}
