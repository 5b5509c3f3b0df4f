import { createHash } from 'node:crypto';
import { algorithms, type FileHashes } from '../../archive/bag/bag.ts';
import { deltaFolders } from '../../archive/delta/delta-info.ts';
import { editionInfoName, parseEditionInfo, type EditionInfo } from '../../archive/edition-info.ts';
import { editionManifestNames, makeEditionManifests } from '../edition-manifests.ts';
import { hashZip } from '../verification/hashed-files.ts';
import type { OpenedDelta } from './opened-delta.ts';

/** The edition of an older copy. */
export interface OlderEdition {
  /** Hashes of its files, by their paths in it. */
  hashes: ReadonlyMap<string, FileHashes>;
  sizeOf: (path: string) => number | undefined;
  readBytes: (path: string) => Promise<Uint8Array>;
}

/** Where a file of the newer edition comes from: as it is in the older one or in the delta, or made from both. */
interface PlannedFile {
  path: string;
  from: 'older' | 'delta' | 'made';
  /** In bytes. */
  size: number;
}

/** What the newer edition consists of. */
export interface UpdatePlan {
  info: EditionInfo;
  /** Sorted by path. */
  files: readonly PlannedFile[];
  hashes: ReadonlyMap<string, FileHashes>;
  /** Makes a file that is in neither of the two. */
  make: (path: string) => Promise<Uint8Array>;
}

/**
 * Works out the newer edition.
 *
 * @throws Error in Chinese when the delta is damaged or does not fit.
 */
export async function planUpdate(delta: OpenedDelta, older: OlderEdition): Promise<UpdatePlan> {
  const whole = await hashWhole(delta);
  const replaced = new Set([...delta.removed, ...editionManifestNames, ...whole.keys(), ...delta.patched]);
  const hashes = new Map([...[...older.hashes].filter(([path]) => !replaced.has(path)), ...whole]);
  const files: PlannedFile[] = [...hashes.keys()].map((path) => {
    const entry = delta.whole.get(path);
    const size = entry?.size ?? older.sizeOf(path);
    if (size === undefined) throw new Error('旧副本缺少文件，没有改动。请下载整个副本。');
    return { path, size, from: entry ? 'delta' : 'older' };
  });
  const makePatched = async (path: string) => delta.patch(path, await older.readBytes(path));
  for (const path of delta.patched) {
    const bytes = await makePatched(path);
    hashes.set(path, hashBytes(bytes));
    files.push({ path, size: bytes.length, from: 'made' });
  }
  const manifests = makeEditionManifests(new Map([...hashes].map(([path, { sha256 }]) => [path, sha256])));
  for (const [path, text] of manifests) {
    hashes.set(path, hashBytes(Buffer.from(text)));
    files.push({ path, size: Buffer.byteLength(text), from: 'made' });
  }
  const make = async (path: string) => {
    const manifest = manifests.get(path);
    return manifest === undefined ? makePatched(path) : Buffer.from(manifest);
  };
  const info = await readInfo(delta, older, makePatched);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { info, files, hashes: new Map(files.map(({ path }) => [path, hashOf(hashes, path)])), make };
}

async function hashWhole(delta: OpenedDelta): Promise<Map<string, FileHashes>> {
  const zip = { ...delta.zip, entries: delta.whole };
  const { hashes, unreadable } = await hashZip(zip, algorithms, () => undefined);
  if (unreadable.size > 0) throw new Error('增量包已损坏，没有改动。请重新下载增量包。');
  return new Map([...hashes].map(([path, { sha256 = '', sm3 = '' }]) => [path, { sha256, sm3 }]));
}

async function readInfo(
  delta: OpenedDelta,
  older: OlderEdition,
  makePatched: (path: string) => Promise<Uint8Array>,
): Promise<EditionInfo> {
  const bytes = delta.patched.has(editionInfoName)
    ? await makePatched(editionInfoName)
    : delta.whole.has(editionInfoName)
      ? await delta.zip.readBytes(deltaFolders.whole + editionInfoName)
      : await older.readBytes(editionInfoName);
  return parseEditionInfo(new TextDecoder().decode(bytes));
}

function hashBytes(bytes: Uint8Array): FileHashes {
  const hash = (algorithm: string) => createHash(algorithm).update(bytes).digest('hex');
  return { sha256: hash('sha256'), sm3: hash('sm3') };
}

function hashOf(hashes: ReadonlyMap<string, FileHashes>, path: string): FileHashes {
  const found = hashes.get(path);
  if (!found) throw new Error(`${path} was not hashed`);
  return found;
}
