import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashBytes, keyPrefix, queueName } from '../../queue/reading-job.ts';
import { redisServerOrSkip, startRedis, type RedisServer } from '../../queue/redis-server.fixture.ts';
import { filesBelow } from '../faults/project.fixture.ts';
import { receiveLetters } from './received-folder.fixture.ts';

const program = redisServerOrSkip();
const main = join(import.meta.dirname, '../main.ts');
const workerProgram = join(import.meta.dirname, 'worker-process.fixture.ts');

let folder = '';
let server: RedisServer;
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu 队列 '));
  if (program !== undefined) server = await startRedis(program);
});
afterAll(async () => {
  for (const child of children) child.kill('SIGKILL');
  if (program !== undefined) await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

function start(...words: string[]) {
  const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  const printed = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
  const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, ...printed }));
  return { child, ended };
}

function emptyContent(name: string): string {
  const content = join(folder, name, 'content');
  mkdirSync(content, { recursive: true });
  cpSync('content/site.yml', join(content, 'site.yml'));
  return content;
}

test.skipIf(program === undefined)(
  '200 letters by three workers, two of them killed, become the same folders as by one conversion',
  async () => {
    const files = receiveLetters(join(folder, 'in'), 198);
    const [first = '', , third = ''] = files;
    // A copy of a file under another name, and another letter that wants the id of the first.
    cpSync(third, join(folder, 'in', '副本.docx'));
    const text = await readFile(first, 'utf8');
    writeFileSync(join(folder, 'in', '同号.txt'), text.replaceAll('〕1号', '〕901号'));
    files.splice(100, 0, join(folder, 'in', '副本.docx'), join(folder, 'in', '同号.txt'));
    expect(files).toHaveLength(200);

    const queue = new Queue(queueName, { connection: { port: server.port }, prefix: keyPrefix });
    emptyContent('queued');
    emptyContent('alone');
    const workers = [1, 2, 3].map(() => start(workerProgram, server.address));
    const conversion = start(
      main,
      'convert',
      '--queue',
      server.address,
      '--content',
      'queued/content',
      ...files,
    );
    for (const [index, worker] of workers.slice(0, 2).entries()) {
      while ((await queue.getCompletedCount()) < 30 * (index + 1)) await pause(5);
      // A worker takes a job with the end of the one before: killed while some wait, it holds one.
      worker.child.kill('SIGKILL');
      expect(await queue.getWaitingCount()).toBeGreaterThan(0);
    }
    const comparison = start(main, 'convert', '--content', 'alone/content', ...files);
    const [queued, alone] = await Promise.all([conversion.ended, comparison.ended]);
    expect(filesBelow(join(folder, 'queued'))).toEqual(filesBelow(join(folder, 'alone')));
    expect({ ...queued, out: queued.out.replaceAll('queued/', 'alone/') }).toEqual(alone);
    expect(await queue.getJobCounts('active', 'wait')).toEqual({ active: 0, wait: 0 });
    await queue.close();
    // Of what is saved nothing stays on the server: only the copy, which was refused.
    const redis = new Redis(server.port);
    const copied = hashBytes(await readFile(third));
    expect(await redis.keys(`${keyPrefix}:bytes:*`)).toEqual([`${keyPrefix}:bytes:${copied}:${copied}`]);
    await redis.quit();

    const [, , left] = workers;
    left?.child.kill('SIGTERM');
    expect((await left?.ended)?.status).toBe(0);
  },
);
