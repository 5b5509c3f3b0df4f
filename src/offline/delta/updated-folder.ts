import { copyFile, link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createWriteStream } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';
import { algorithms, bagDeclaration, describeBag, payloadFolder } from '../../archive/bag/bag.ts';
import { manifestName } from '../../archive/manifest.ts';
import { hashFile } from '../../storage/file-hash.ts';
import { replaceFolder } from '../../storage/replaced-folder.ts';
import { openCopy, type OpenedCopy } from '../verification/opened-copy.ts';
import { isIntact, verifyCopy } from '../verification/verify-copy.ts';
import { listBag } from '../writing/bag-zip.ts';
import { requireBase } from './base-check.ts';
import type { OpenedDelta } from './opened-delta.ts';
import { planUpdate, type UpdatePlan } from './update-plan.ts';

/**
 * Puts the newer copy in place of an older one that is a folder, of a bag or of an edition alone. It is put together
 * beside it, checked as a whole, and then swapped.
 *
 * @returns Its path.
 * @throws Error in Chinese when the older copy is not intact, or the result would not be what the delta is for.
 */
export async function updateFolder(
  delta: OpenedDelta,
  path: string,
  showName: (name: string) => string,
  report: (text: string, share: number) => void,
): Promise<string> {
  const copy = await openCopy(path, showName);
  const { root } = copy;
  const isBag = copy.files.has(bagDeclaration.name);
  const prefix = isBag ? payloadFolder : '';
  const manifest = (folder: string) =>
    hashFile(join(folder, prefix, `${manifestName}.txt`)).catch(() => undefined);
  requireBase(await manifest(root), delta.base.manifest, delta.target.manifest);
  const before = await verifyCopy({ path: root, showName });
  if (!isIntact(before)) throw new Error('这个副本不完整或被改动过，没有更新。请用 dafu verify 核对。');
  const plan = await planUpdate(delta, {
    hashes: await hashEdition(copy, prefix),
    sizeOf: (name) => copy.files.get(prefix + name),
    readBytes: (name) => readFile(join(root, prefix, name)),
  });
  await replaceFolder(root, async (staging) => {
    await fill(join(staging, prefix), join(root, prefix), delta, plan, report);
    if (isBag) await writeTags(staging, plan);
    report('复核', 0.8);
    const after = await verifyCopy({ path: staging, showName });
    if (!isIntact(after) || (await manifest(staging)) !== delta.target.manifest)
      throw new Error('更新后的副本与整个下载的不同，没有替换；旧副本未改动。请下载整个副本。');
  });
  return root;
}

async function hashEdition(copy: OpenedCopy, prefix: string) {
  const { hashes } = await copy.hash(algorithms, () => undefined);
  return new Map(
    [...hashes].flatMap(([path, { sha256 = '', sm3 = '' }]) =>
      path.startsWith(prefix) ? [[path.slice(prefix.length), { sha256, sm3 }] as const] : [],
    ),
  );
}

async function fill(
  into: string,
  older: string,
  delta: OpenedDelta,
  { files, make }: UpdatePlan,
  report: (text: string, share: number) => void,
): Promise<void> {
  let done = 0;
  for (const { path, from } of files) {
    const to = join(into, path);
    await mkdir(dirname(to), { recursive: true });
    const entry = delta.whole.get(path);
    if (from === 'made') await writeFile(to, await make(path));
    else if (entry) {
      const packed = Readable.from(delta.zip.packedBytes(entry));
      const file = createWriteStream(to, { flags: 'wx' });
      await (entry.method === 'stored' ? pipeline(packed, file) : pipeline(packed, createInflateRaw(), file));
    } else await linkOrCopy(join(older, path), to);
    done += 1;
    report('更新', 0.3 + (0.5 * done) / files.length);
  }
}

/** A file that did not change keeps its identity where the disk has hard links. */
async function linkOrCopy(from: string, to: string): Promise<void> {
  await link(from, to).catch(() => copyFile(from, to));
}

async function writeTags(into: string, { info, files, hashes }: UpdatePlan): Promise<void> {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  const described = describeBag(info, { files: files.length, bytes });
  const lists = [...listBag(described, hashes)].map(([name, lines]) => [name, [...lines].join('')] as const);
  for (const [name, text] of [...described, ...lists]) await writeFile(join(into, name), text);
}
