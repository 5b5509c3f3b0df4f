import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import { planRecovery, type RecoveryLayout } from '../../archive/recovery/recovery-layout.ts';
import { openThreads, type ThreadPool } from '../threads/thread-pool.ts';
import { writeAside, type NewFile } from '../writing/new-file.ts';
import { describeProtected, packetHeader, recoveryHead, type CriticalPackets } from './par2-packets.ts';

/** The name of the index of recovery data, which par2 is given. @param name Of the protected file. */
export function recoveryIndexName(name: string): string {
  return `${name}.par2`;
}

/**
 * Writes recovery data for a file, with which the program par2 repairs it (PAR 2.0).
 *
 * @param path Absolute path of the file, which must have an ASCII name.
 * @param share How much of it can be lost and repaired, 0–1.
 * @param onProgress Receives the share that is done, 0–1.
 * @returns Absolute paths of the index and of the recovery data.
 */
export async function writeRecovery(
  path: string,
  { size, share, creator }: { size: number; share: number; creator: string },
  onProgress: (share: number) => void,
): Promise<string[]> {
  const layout = planRecovery(size, share);
  const { sliceSize, recoverySlices } = layout;
  const threads = openThreads(size * recoverySlices);
  try {
    const sums = threads.run({ kind: 'sum-slices', file: path, size, layout });
    sums.catch(() => undefined);
    const name = basename(path);
    const volume = `${path}.vol000+${String(recoverySlices).padStart(2, '0')}.par2`;
    const index = recoveryIndexName(path);
    const packets = await writeAside(volume, async (file) => {
      const answer = await sums;
      if (answer.kind !== 'summed') throw new Error('a thread answered another question');
      const [md5, md5OfStart, sliceSums] = [answer.md5, answer.md5OfStart, answer.sliceSums].map((one) =>
        Buffer.from(one),
      ) as [Buffer, Buffer, Buffer];
      const critical = describeProtected({ name, size, md5, md5OfStart, sliceSums }, sliceSize, creator);
      await fillVolume(file, { path, size, layout, critical, threads }, onProgress);
      return critical;
    });
    await writeAside(index, (file) => file.append(packets.bytes));
    return [index, volume];
  } finally {
    await threads.close();
  }
}

interface Volume {
  path: string;
  size: number;
  layout: RecoveryLayout;
  critical: CriticalPackets;
  threads: ThreadPool;
}

/** What an order holds in memory, in bytes. */
const partSize = 16 << 20;

/**
 * The descriptions, then the recovery slices, each a packet: first their data, then what is before it, which states
 * its sum. Descriptions are repeated at the end, so that damage to one of them costs nothing.
 */
async function fillVolume(file: NewFile, volume: Volume, onProgress: (share: number) => void): Promise<void> {
  const { layout, critical, threads, path, size } = volume;
  const { sliceSize, recoverySlices } = layout;
  const head = packetHeader + 4;
  const placeOf = (row: number) => critical.bytes.length + row * (head + sliceSize) + head;
  await file.append(critical.bytes);
  await file.extend(placeOf(recoverySlices) - head);
  await file.append(critical.bytes);

  const perThread = Math.ceil(recoverySlices / threads.size);
  const width = Math.min(sliceSize, Math.max(4096, 4 * Math.floor(partSize / perThread / 4)));
  const parts: { rows: number[]; from: number; width: number }[] = [];
  for (let from = 0; from < sliceSize; from += width)
    for (let first = 0; first < recoverySlices; first += perThread) {
      const rows = Array.from({ length: Math.min(perThread, recoverySlices - first) }, (_, at) => first + at);
      parts.push({ rows, from, width: Math.min(width, sliceSize - from) });
    }
  let done = 0;
  const next = parts.values();
  const work = async () => {
    for (const part of next) {
      const answer = await threads.run({ kind: 'recover', file: path, size, layout, ...part });
      if (answer.kind !== 'recovered') throw new Error('a thread answered another question');
      for (const [index, row] of part.rows.entries()) {
        const data = answer.bytes.subarray(index * part.width, (index + 1) * part.width);
        await file.rewrite(placeOf(row) + part.from, data);
      }
      done += 1;
      onProgress(done / parts.length);
    }
  };
  await Promise.all(Array.from({ length: threads.size }, work));
  await writeHeads(file, volume, placeOf);
}

async function writeHeads(file: NewFile, { layout, critical }: Volume, placeOf: (row: number) => number) {
  const { sliceSize, recoverySlices } = layout;
  const written = await open(file.path, 'r');
  try {
    const data = Buffer.alloc(sliceSize);
    for (let row = 0; row < recoverySlices; row += 1) {
      await written.read(data, 0, sliceSize, placeOf(row));
      const bytes = recoveryHead(critical.setId, row, [data], sliceSize);
      await file.rewrite(placeOf(row) - bytes.length, bytes);
    }
  } finally {
    await written.close();
  }
}
