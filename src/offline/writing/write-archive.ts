import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
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
import { openDeltaBase, writeDelta } from '../delta/write-delta.ts';
import { listFolder } from '../folder-files.ts';
import { writeRecovery } from '../recovery/write-recovery.ts';
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
  /** Absolute path of an older zip, for a delta from it. */
  since?: string | undefined;
  /** How much of the zip can be lost and repaired, 0–1; absent: no recovery data. */
  recovery?: number | undefined;
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
  /** The delta, if one was asked for and something changed. */
  delta?: { path: string; size: number };
  /** Absolute paths of the recovery data. */
  recovery: string[];
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
  const infoText = await readFile(join(edition, editionInfoName), 'utf8').catch(() => undefined);
  if (infoText === undefined)
    throw new Error(`${edition} 里没有已构建的网站（缺少 ${editionInfoName}）。请先运行 dafu build。`);
  const info = parseEditionInfo(infoText);
  const { files, others } = await listFolder(edition);
  if (others.length > 0)
    throw new Error(`${edition} 里有不是普通文件的 ${others.slice(0, 3).join('、')}，没有打包。请重新构建。`);
  const name = nameBag(info);
  const zip = join(out, `${name}.zip`);
  if (options.since === zip)
    throw new Error(`旧包 ${zip} 与要写的同名，没有打包。请先把旧包改名，或移到别的文件夹。`);
  const base = options.since === undefined ? undefined : await openDeltaBase(options.since, JSON.stringify);
  try {
    await mkdir(out, { recursive: true });
    const written = await writeAside(zip, async (file) => {
      const hashes = await writeBagZip({ folder: edition, info, files, name }, file, (share, done) =>
        onProgress?.({ text: '打包', share: 0.9 * share, done, total: files.length }),
      );
      const manifest = await requireSame(
        edition,
        new Map([...hashes].map(([path, both]) => [path, both.sha256])),
      );
      await file.complete();
      onProgress?.({ text: '复核', share: 0.92 });
      return { hashes, manifest, size: file.size(), sha256: await hashFile(file.path) };
    });
    const { sha256: hash, size, manifest, hashes } = written;
    const sums = new Map([[`${name}.zip`, hash]]);
    let delta: WrittenArchive['delta'];
    if (base && base.identity.sha256 !== hash) {
      onProgress?.({ text: '做增量包', share: 0.95 });
      const path = join(out, `${name}-from-${base.identity.sha256.slice(0, 12)}.delta.zip`);
      const identity = { name, sha256: hash, manifest };
      delta = await writeAside(path, async (file) => {
        await writeDelta(base, { folder: edition, files, hashes, identity }, file);
        await file.complete();
        sums.set(basename(path), await hashFile(file.path));
        return { path, size: file.size() };
      });
    }
    const recovery =
      options.recovery === undefined
        ? []
        : await writeRecovery(zip, { size, share: options.recovery, creator: `dafu ${info.dafu}` }, (share) =>
            onProgress?.({ text: '计算修复数据', share: 0.96 + 0.04 * share }),
          );
    for (const path of recovery) sums.set(basename(path), await hashFile(path));
    const text = formatManifest(sums);
    const signature = key && signFile(text, key, writeTrustedComment(info, manifest));
    await writeText(join(out, sumsSignatureName), signature);
    await writeText(join(out, sumsName), text);
    return { zip, files: files.length, size, sha256: hash, recovery, ...(delta && { delta }) };
  } finally {
    await base?.close();
  }
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
