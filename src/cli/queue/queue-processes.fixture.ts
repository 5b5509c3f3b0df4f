import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Queue } from 'bullmq';
import { keyPrefix, queueName } from '../../queue/reading-job.ts';
import { startRedis } from '../../queue/redis-server.fixture.ts';
import { receiveLetters } from './received-folder.fixture.ts';

const main = join(import.meta.dirname, '../main.ts');
const workerProgram = join(import.meta.dirname, 'worker-process.fixture.ts');

/** A process, which `child.kill('SIGKILL')` ends as kill -9 does. */
interface Started {
  child: ChildProcess;
  ended: Promise<{ status: number | null; out: string; err: string }>;
}

/** A server, and processes that share it. */
export interface QueueProcesses {
  folder: string;
  port: number;
  queue: Queue;
  /** Starts a worker that gives up a killed one within seconds. */
  work: () => Started;
  /** Starts a conversion into a content folder, with the queue or without. */
  convert: (name: string, files: readonly string[], way: 'queued' | 'alone') => Started;
  /** Ends all processes and the server. */
  remove: () => Promise<void>;
}

/** @param program The server's. */
export async function startQueueProcesses(program: string): Promise<QueueProcesses> {
  const folder = mkdtempSync(join(tmpdir(), 'dafu 队列 '));
  const server = await startRedis(program);
  const queue = new Queue(queueName, { connection: { port: server.port }, prefix: keyPrefix });
  const children: ChildProcess[] = [];
  const start = (...words: string[]): Started => {
    const child = spawn(process.execPath, words, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    const printed = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (printed.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (printed.err += chunk.toString()));
    const ended = once(child, 'close').then(([status]) => ({ status: status as number | null, ...printed }));
    return { child, ended };
  };
  return {
    folder,
    port: server.port,
    queue,
    work: () => start(workerProgram, server.address),
    convert(name, files, way) {
      const content = join(folder, name, 'content');
      mkdirSync(content, { recursive: true });
      cpSync('content/site.yml', join(content, 'site.yml'));
      const through = way === 'queued' ? ['--queue', server.address] : [];
      return start(main, 'convert', ...through, '--content', `${name}/content`, ...files);
    },
    async remove() {
      for (const child of children) child.kill('SIGKILL');
      await queue.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** 200 received files, among them a copy under another name, and a letter that wants the id of another. */
export function receiveBacklog(folder: string): string[] {
  const files = receiveLetters(folder, 198);
  const [first = '', , third = ''] = files;
  const [copy, twin] = [join(folder, '副本.docx'), join(folder, '同号.txt')];
  cpSync(third, copy);
  writeFileSync(twin, readFileSync(first, 'utf8').replaceAll('〕1号', '〕901号'));
  return files.toSpliced(100, 0, copy, twin);
}
