import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { inventedLetters } from '../../letters.fixture.ts';
import { sourceOf } from '../index-builder.ts';
import { planShards } from '../shard-plan.ts';
import { DamagedFile } from './file-placing.ts';
import { writePostings } from './postings.ts';
import { createWorkerPool, inlinePool, type WorkerPool } from './worker-pool.ts';

const folder = mkdtempSync(join(tmpdir(), 'dafu-threads-'));
const threads = createWorkerPool(2);
afterAll(async () => {
  await threads.close();
  rmSync(folder, { recursive: true });
});

const [shard] = planShards(inventedLetters(30).map(sourceOf));
const write = (name: string, pool: WorkerPool) =>
  writePostings(
    shard?.letters ?? [],
    { out: join(folder, name), folder: 's' },
    { chunkSize: 500, zonesFrom: 1 },
    pool,
    () => undefined,
  );

test('threads write what one writes', async () => {
  const [alone, together] = [await write('alone', inlinePool), await write('together', threads)];
  expect(together).toEqual(alone);
  expect(together.chunks.length).toBeGreaterThan(30);
});

test('why a task failed is known outside of its thread', async () => {
  writeFileSync(join(folder, 'file'), '');
  await expect(write('file', threads)).rejects.toMatchObject({ code: 'ENOTDIR' });
  const packing = { folder: 's', letters: 1, zonesFrom: 1 };
  const bounds = new Uint32Array(1);
  const file = { path: 's/c4e00.js', sha256: '', size: 1 };
  const chunk = { first: '一', last: '一', size: 1, stamp: 1, positions: 1, isFull: false, files: [file] };
  const redealt = threads.redeal({
    ...{ kind: 'redeal', out: folder, previous: folder, size: 9, chunks: [chunk], rowOf: new Int32Array(1) },
    packing: { ...packing, zoneBounds: [bounds, bounds, bounds] },
    touched: [{ index: 0, loses: 0 }],
  });
  await expect(redealt).rejects.toBeInstanceOf(DamagedFile);
});
