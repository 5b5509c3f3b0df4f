import { mkdir, readFile, rm } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { nameBag } from '../../archive/bag/bag.ts';
import { editionInfoName, parseEditionInfo } from '../../archive/edition-info.ts';
import {
  compareHashes,
  formatManifest,
  manifestName,
  manifestScript,
  parseManifest,
} from '../../archive/manifest.ts';
import { writeTrustedComment } from '../../archive/signature/trusted-comment.ts';
import { hashFile, sha256 } from '../../storage/file-hash.ts';
import { listFolder } from '../folder-files.ts';
import { signFile, type SigningKey } from '../signing/signing.ts';
import { sumsName, sumsSignatureName } from '../sums.ts';
import { writeBagZip } from './bag-zip.ts';
import { writeAside } from './new-file.ts';

/** What is to be archived. */
export interface ArchiveOptions {
  /** Absolute path of the built edition. */
  edition: string;
  /** Absolute path of the folder for zip and sums. */
  out: string;
  /** Signs `SHA256SUMS`. */
  key?: SigningKey | undefined;
  onProgress?: (step: { text: string; share: number; done?: number; total?: number }) => void;
}

/** What was written. */
export interface WrittenArchive {
  /** Absolute path of the zip. */
  zip: string;
  /** In bytes. */
  size: number;
  sha256: string;
  /** Files of the edition. */
  files: number;
}

/**
 * Writes the offline copy of an edition: a zip that is a bag (RFC 8493), and `SHA256SUMS` beside it.
 *
 * @throws Error in Chinese when the folder is not an edition, or differs from its own manifest.
 */
export async function writeArchive(options: ArchiveOptions): Promise<WrittenArchive> {
  const { edition, out, key, onProgress } = options;
  const below = relative(edition, out);
  if (!below.startsWith('..') && resolve(below) !== below)
    throw new Error(`输出文件夹 ${out} 在网站文件夹里面，zip 会把自己包进去。请用 --out 另选一个。`);
  const text = await readFile(join(edition, editionInfoName), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new Error(`${edition} 里没有已构建的网站（缺少 ${editionInfoName}）。请先运行 dafu build。`);
  const info = parseEditionInfo(text);
  const { files, others } = await listFolder(edition);
  if (others.length > 0)
    throw new Error(`${edition} 里有不是普通文件的 ${others.slice(0, 3).join('、')}，没有打包。请重新构建。`);
  const name = nameBag(info);
  const zip = join(out, `${name}.zip`);
  await mkdir(out, { recursive: true });
  const written = await writeAside(zip, async (file) => {
    const hashes = await writeBagZip({ folder: edition, info, files, name }, file, (share, done) =>
      onProgress?.({ text: '打包', share: 0.95 * share, done, total: files.length }),
    );
    const manifest = await requireSame(
      edition,
      new Map([...hashes].map(([path, both]) => [path, both.sha256])),
    );
    await file.complete();
    onProgress?.({ text: '复核', share: 0.96 });
    return { manifest, size: file.size(), sha256: await hashFile(file.path) };
  });
  const sums = formatManifest(new Map([[`${name}.zip`, written.sha256]]));
  const comment = writeTrustedComment(info, written.manifest);
  await writeText(join(out, sumsSignatureName), key && signFile(sums, key, comment));
  await writeText(join(out, sumsName), sums);
  return { zip, files: files.length, size: written.size, sha256: written.sha256 };
}

/** Writes a short file, or removes what an earlier run wrote. */
async function writeText(path: string, text: string | undefined): Promise<void> {
  if (text === undefined) await rm(path, { force: true });
  else await writeAside(path, (file) => file.append(Buffer.from(text)));
}

/**
 * An edition that was changed since it was built would be archived with a correct manifest over wrong files.
 *
 * @returns The SHA-256 of its own manifest.
 */
async function requireSame(edition: string, found: ReadonlyMap<string, string>): Promise<string> {
  const text = await readFile(join(edition, `${manifestName}.txt`), 'utf8').catch(() => '');
  const expected = parseManifest(text);
  expected.set(`${manifestName}.txt`, sha256(text));
  expected.set(`${manifestName}.js`, sha256(manifestScript(text)));
  const differences = Object.values(compareHashes(expected, found)).flat();
  if (differences.length > 0)
    throw new Error(
      `${edition} 里有 ${differences.length} 个文件与它的清单不符（${differences.slice(0, 3).join('、')}），没有打包。请重新构建。`,
    );
  return sha256(text);
}
