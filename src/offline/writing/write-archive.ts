import { mkdir, readFile, rm } from 'node:fs/promises';
import { basename, join, relative, resolve } from 'node:path';
import { nameBag, type FileHashes } from '../../archive/bag/bag.ts';
import { editionInfoName, parseEditionInfo, type EditionInfo } from '../../archive/edition-info.ts';
import { formatManifest } from '../../archive/manifest.ts';
import { sumsName, sumsSignatureName } from '../../archive/offer/archives-folder.ts';
import { formatNewestZip, newestZipScript } from '../../archive/offer/newest-zip.ts';
import { formatPublicKey } from '../../archive/signature/minisign-files.ts';
import { writeTrustedComment } from '../../archive/signature/trusted-comment.ts';
import { hashFile, sha256 } from '../../storage/file-hash.ts';
import { openDeltaBase, writeDelta } from '../delta/write-delta.ts';
import { listFolder } from '../folder-files.ts';
import { writeRecovery } from '../recovery/write-recovery.ts';
import { publicKeyOf, signFile, type SigningKey } from '../signing/signing.ts';
import { findKeptZip, notePackedZip, type PackingNote } from './kept-zip.ts';
import { writeAside } from './new-file.ts';
import { packEdition, readManifest, type OnPacking } from './packed-edition.ts';

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
  /** With a note, a zip of the same edition is kept; absent: it is packed anew. */
  note?: PackingNote | undefined;
  onProgress?: OnPacking | undefined;
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
  /** The zip was there already. */
  isKept: boolean;
  /** The delta, if one was asked for and something changed. */
  delta?: { path: string; size: number };
  /** Absolute paths of the recovery data. */
  recovery: string[];
}

/**
 * Writes the offline copy of an edition: a zip that is a bag (RFC 8493), `SHA256SUMS` beside it, and a script that states
 * them to the edition's page.
 *
 * @throws Error in Chinese when the folder is not an edition, or differs from its own manifest.
 */
export async function writeArchive(options: ArchiveOptions): Promise<WrittenArchive> {
  const { edition, out, key, note, onProgress } = options;
  const info = await readInfo(options);
  if (key) requireStatedKey(info, key);
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
    // A delta needs the hashes of all files, which packing finds.
    const kept =
      base || !note ? undefined : await findKeptZip(zip, sha256(await readManifest(edition)), note);
    const { hashes, ...packed } = kept
      ? { ...kept, hashes: new Map<string, FileHashes>() }
      : await packEdition(zip, { folder: edition, info, files, name }, onProgress);
    if (note) await notePackedZip(packed, note);
    const { size, sha256: hash, manifest } = packed;
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
    const newest = { ...packed, name: `${name}.zip`, day: info.day };
    await writeText(join(out, `${newestZipScript}.js`), formatNewestZip(newest));
    const { files: count } = packed;
    const written = { zip, files: count, size, sha256: hash, recovery, isKept: kept !== undefined };
    return { ...written, ...(delta && { delta }) };
  } finally {
    await base?.close();
  }
}

async function readInfo({ edition, out }: ArchiveOptions): Promise<EditionInfo> {
  const below = relative(edition, out);
  if (!below.startsWith('..') && resolve(below) !== below)
    throw new Error(`输出文件夹 ${out} 在网站文件夹里面，zip 会把自己包进去。请用 --out 另选一个。`);
  const text = await readFile(join(edition, editionInfoName), 'utf8').catch(() => undefined);
  if (text === undefined)
    throw new Error(`${edition} 里没有已构建的网站（缺少 ${editionInfoName}）。请先运行 dafu build。`);
  return parseEditionInfo(text);
}

/** Visitors check a signature with the key that the edition states. */
function requireStatedKey({ publicKey }: EditionInfo, key: SigningKey): void {
  const own = formatPublicKey(publicKeyOf(key));
  if (publicKey !== undefined && publicKey !== null && publicKey !== own)
    throw new Error(
      `site.yml 公布的公钥（publicKey）是 ${publicKey}，给出的私钥却属于 ${own}，没有打包。请换私钥，或改正 site.yml 后重新构建。`,
    );
}

/** Writes a short file, or removes what an earlier run wrote. */
async function writeText(path: string, text: string | undefined): Promise<void> {
  if (text === undefined) await rm(path, { force: true });
  else await writeAside(path, (file) => file.append(Buffer.from(text)));
}
