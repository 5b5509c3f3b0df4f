import { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { algorithms, bagDeclaration, payloadFolder } from '../../archive/bag/bag.ts';
import { deltaInfoName, parseDeltaInfo } from '../../archive/delta/delta-info.ts';
import { editionInfoName, parseEditionInfo, type EditionInfo } from '../../archive/edition-info.ts';
import { manifestName } from '../../archive/manifest.ts';
import type { PublicKey } from '../../archive/signature/minisign-files.ts';
import { checkCopy } from '../../archive/verification/copy-check.ts';
import type { CheckedCopy } from '../../archive/verification/differences.ts';
import { hashFile, sha256 } from '../../storage/file-hash.ts';
import { recoveryIndexName } from '../recovery/write-recovery.ts';
import type { HashedFiles } from './hashed-files.ts';
import { openCopy, type OpenedCopy } from './opened-copy.ts';
import { checkSums, type SumsCheck } from './sums-check.ts';

/** What is checked, and how. */
export interface VerifyOptions {
  /** Absolute path of a folder or zip. */
  path: string;
  /** Makes a name that anyone may have chosen printable. */
  showName: (name: string) => string;
  /** The key that must have signed it. */
  key?: PublicKey | undefined;
  /** Path of the signature, if it is not beside the copy. */
  signature?: string | undefined;
  onProgress?: (step: { text: string; share: number; done: number; total: number }) => void;
}

/** What a check of a copy on disk found. */
export interface Verification extends CheckedCopy {
  form: 'folder' | 'zip';
  /** Files that are there. */
  files: number;
  /** Hashes of those that could be read, by path. */
  hashes: HashedFiles['hashes'];
  /** Why files could not be read, in Chinese, by path. */
  unreadable: ReadonlyMap<string, string>;
  /** Links, pipes and devices. */
  others: readonly string[];
  /** What the edition says of itself; absent when it does not. */
  info: EditionInfo | undefined;
  /** SHA-256 of a zip. */
  sha256?: string;
  sums: Omit<SumsCheck, 'faults'>;
}

/** Whether nothing differs. */
export function isIntact({ differences, unreadable, others, faults }: Verification): boolean {
  return Object.values(differences).flat().length + unreadable.size + others.length + faults.length === 0;
}

/**
 * Checks every file of a copy against its manifests.
 *
 * @throws Error in Chinese when it is no copy, or a zip is not to be trusted.
 */
export async function verifyCopy(options: VerifyOptions): Promise<Verification> {
  const { path, showName, key, signature, onProgress } = options;
  const copy = await openCopy(path, showName);
  try {
    const total = copy.files.size;
    const whole = copy.form === 'zip' ? hashFile(path) : undefined;
    whole?.catch(() => undefined);
    const needed = copy.files.has(bagDeclaration.name) ? algorithms : (['sha256'] as const);
    const { hashes, unreadable } = await copy.hash(needed, (share, done) =>
      onProgress?.({ text: '核对', share, done, total }),
    );
    const sizes = [...copy.files].filter(([name]) => name.startsWith(payloadFolder));
    const checked = copy.files.has(deltaInfoName)
      ? await checkDelta(copy)
      : await checkCopy({
          files: new Map([...hashes, ...[...unreadable.keys()].map((name) => [name, unread] as const)]),
          payloadBytes: sizes.reduce((sum, [, size]) => sum + size, 0),
          readText: copy.readText,
          hashText: (text) => Promise.resolve(sha256(text)),
        });
    const { differences } = checked;
    const isRead = (name: string) => !unreadable.has(name);
    const prefix = checked.kind === 'bag' ? payloadFolder : '';
    const text = await copy.readText(prefix + editionInfoName).catch(() => '');
    const zip = await whole;
    const manifest = hashes.get(`${prefix}${manifestName}.txt`)?.sha256;
    const { faults, ...sums } = await checkSums({ path, zip, manifest }, key, signature);
    const found = {
      ...checked,
      faults: [...checked.faults, ...faults],
      sums,
      ...(zip !== undefined && { sha256: zip }),
      differences: { ...differences, changed: differences.changed.filter(isRead) },
      form: copy.form,
      files: total,
      hashes,
      unreadable,
      others: copy.others,
      info: tryParse(text),
    };
    if (!isIntact(found)) found.faults.push(...(await adviseRepair(path)));
    return found;
  } finally {
    await copy.close();
  }
}

/** How a file is repaired that has recovery data beside it. */
async function adviseRepair(path: string): Promise<string[]> {
  const index = recoveryIndexName(basename(path));
  const found = await stat(join(dirname(path), index)).catch(() => undefined);
  if (!found?.isFile()) return [];
  return [`旁边有修复数据。请安装 par2，在这个文件夹里运行：par2 repair ${index}，再核对一次。`];
}

/** The bytes of a delta have checksums in the zip around it alone; what it makes is hashed when it is applied. */
async function checkDelta({ files, readText }: OpenedCopy): Promise<CheckedCopy> {
  const checked: CheckedCopy = {
    ...{ kind: 'delta', listed: files.size, faults: [] },
    differences: { changed: [], missing: [], extra: [], twins: [] },
  };
  try {
    parseDeltaInfo(await readText(deltaInfoName));
  } catch (error) {
    checked.faults.push(error instanceof Error ? error.message : String(error));
  }
  return checked;
}

/** Takes the place of the hashes of a file that cannot be read. */
const unread = { sha256: '', sm3: '' };

function tryParse(text: string): EditionInfo | undefined {
  try {
    return parseEditionInfo(text);
  } catch {
    return undefined;
  }
}
