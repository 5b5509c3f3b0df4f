import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bagManifestName, payloadFolder, type Algorithm, type FileHashes } from '../../archive/bag/bag.ts';
import { parseManifest } from '../../archive/manifest.ts';
import { hashFile } from '../../storage/file-hash.ts';
import { packBytes } from '../threads/pack-file.ts';
import { writeBagAround } from '../writing/bag-zip.ts';
import { writeAside, type NewFile } from '../writing/new-file.ts';
import { openZipFile, type ZipFile } from '../zip-file.ts';
import type { OpenedDelta } from './opened-delta.ts';
import { planUpdate } from './update-plan.ts';

/**
 * Writes the newer zip beside the older one. What did not change is copied as it is packed.
 *
 * @returns Its path.
 * @throws Error in Chinese when the result would not be the zip that the delta is for.
 */
export async function updateZip(
  delta: OpenedDelta,
  copy: string,
  showName: (name: string) => string,
  report: (text: string, share: number) => void,
): Promise<string> {
  const { target } = delta;
  const path = join(dirname(copy), `${target.name}.zip`);
  if (path !== copy && (await stat(path).catch(() => undefined)))
    throw new Error(`${path} 已经存在，没有覆盖。请先移走。`);
  const base = await openZipFile(copy, showName);
  try {
    await writeAside(path, async (file) => {
      await writeUpdated(delta, base, file, report);
      await file.complete();
      report('复核', 0.95);
      if ((await hashFile(file.path)) !== target.sha256)
        throw new Error('更新后的 zip 与整个下载的不同，没有写出；旧副本未改动。请下载整个副本。');
    });
  } finally {
    await base.close();
  }
  return path;
}

async function writeUpdated(
  delta: OpenedDelta,
  base: ZipFile,
  file: NewFile,
  report: (text: string, share: number) => void,
): Promise<void> {
  const { info, files, hashes, make } = await planUpdate(delta, {
    hashes: await readHashes(base),
    sizeOf: (path) => base.entries.get(payloadFolder + path)?.size,
    readBytes: (path) => base.readBytes(payloadFolder + path),
  });
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const outline = { name: delta.target.name, info, payload: { files: files.length, bytes } };
  await writeBagAround(outline, file, async (zip, prefix) => {
    let done = 0;
    for (const { path, from, size } of files) {
      const source = from === 'delta' ? delta.zip : base;
      const entry = from === 'delta' ? delta.whole.get(path) : base.entries.get(payloadFolder + path);
      if (from !== 'made' && entry)
        await zip.copy({ ...entry, name: prefix + path }, source.packedBytes(entry));
      else {
        const packed = packBytes(prefix + path, await make(path));
        await zip.add([packed.entry], packed.parts);
      }
      done += size;
      report('更新', 0.1 + (0.8 * done) / Math.max(1, bytes));
    }
    return hashes;
  });
}

/** The hashes that the manifests of a bag list, of the edition's files by their paths in it. */
async function readHashes(zip: ZipFile): Promise<Map<string, FileHashes>> {
  const read = async (algorithm: Algorithm) => parseManifest(await zip.readText(bagManifestName(algorithm)));
  const [sha256, sm3] = [await read('sha256'), await read('sm3')];
  return new Map(
    [...sha256].map(([path, hash]) => [
      path.slice(payloadFolder.length),
      { sha256: hash, sm3: sm3.get(path) ?? '' },
    ]),
  );
}
