import type { Answer, Order } from '../threads/orders.ts';
import { largestInMemory, type FileToPack, type PackedFile } from '../threads/pack-file.ts';
import type { ThreadPool } from '../threads/thread-pool.ts';
import type { ZipWriter } from './zip-writer.ts';

/** How much one order holds: bytes of files, and files. */
const batch = { bytes: 1 << 20, files: 128 };

/**
 * Packs files in threads and adds them to a zip in their order.
 *
 * @param onPacked Receives the files as they are added.
 */
export async function packFiles(
  files: Iterable<FileToPack>,
  threads: ThreadPool,
  zip: ZipWriter,
  onPacked: (files: readonly PackedFile[]) => void,
): Promise<void> {
  const running: Running[] = [];
  const writeNext = async () => {
    const next = running.shift();
    if (next) onPacked(await next.write(zip));
  };
  try {
    for (const order of divide(files)) {
      running.push(start(order, threads));
      // Those ahead of the writer wait in memory.
      if (running.length > 2 * threads.size) await writeNext();
    }
    while (running.length > 0) await writeNext();
  } finally {
    // Nothing may fail unheard.
    for (const { ended } of running) ended.catch(() => undefined);
  }
}

type PackOrder = Extract<Order, { kind: 'pack' | 'pack-large' }>;

interface Running {
  ended: Promise<unknown>;
  write: (zip: ZipWriter) => Promise<readonly PackedFile[]>;
}

function* divide(files: Iterable<FileToPack>): Generator<PackOrder> {
  let [group, bytes]: [FileToPack[], number] = [[], 0];
  for (const file of files) {
    const isLarge = file.size > largestInMemory;
    if (group.length > 0 && (isLarge || bytes + file.size > batch.bytes || group.length >= batch.files)) {
      yield { kind: 'pack', files: group };
      [group, bytes] = [[], 0];
    }
    if (isLarge) yield { kind: 'pack-large', file };
    else {
      group.push(file);
      bytes += file.size;
    }
  }
  if (group.length > 0) yield { kind: 'pack', files: group };
}

function start(order: PackOrder, threads: ThreadPool): Running {
  if (order.kind === 'pack') {
    const ended = threads.run(order).then(packedIn);
    ended.catch(() => undefined);
    return {
      ended,
      async write(zip) {
        const { files, bytes } = await ended;
        await zip.add(
          files.map(({ entry }) => entry),
          [bytes],
        );
        return files;
      },
    };
  }
  // Its pieces are taken once all files before it are written.
  const turn = Promise.withResolvers<(bytes: Uint8Array) => Promise<void>>();
  let before: Promise<unknown> = turn.promise;
  const ended = threads
    .run(order, (bytes) => {
      const taken = before.then(async () => (await turn.promise)(bytes));
      before = taken;
      return taken;
    })
    .then(packedIn);
  ended.catch(() => undefined);
  return {
    ended,
    async write(zip) {
      const { name, size } = order.file;
      const entry = await zip.begin(name, size);
      turn.resolve(entry.append);
      const { files } = await ended;
      await before;
      for (const { entry: packed } of files) await entry.end(packed);
      return files;
    },
  };
}

function packedIn(answer: Answer): Extract<Answer, { kind: 'packed' }> {
  if (answer.kind !== 'packed') throw new Error('a thread answered another question');
  return answer;
}
