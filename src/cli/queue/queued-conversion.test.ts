import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Job, Queue, UnrecoverableError, Worker } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectQueue, type QueueConnection } from '../../queue/connection.ts';
import { failures } from '../../queue/job-failure.ts';
import { parseQueueAddress } from '../../queue/queue-address.ts';
import { readerVersion } from '../../queue/reader-version.ts';
import { hashBytes, keyPrefix, queueName } from '../../queue/reading-job.ts';
import { redisServerOrSkip, startRedis, type RedisServer } from '../../queue/redis-server.fixture.ts';
import { startWorker, type QueueWorker } from '../../queue/worker.ts';
import { writeDocx } from '../../readers/docx/docx-writer.fixture.ts';
import { convertFiles, type ConvertCommandOptions } from '../convert-files.ts';
import { filesBelow } from '../faults/project.fixture.ts';

const program = redisServerOrSkip();
const letter = join(import.meta.dirname, '../../convert/fixtures/clean-letter/input.txt');
const dyingWorker = join(import.meta.dirname, 'dying-worker.fixture.ts');
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const password = 'p@ss:word/秘';

let server: RedisServer;
let address = '';
let connection: QueueConnection;
let queue: Queue<unknown>;
beforeAll(async () => {
  if (program === undefined) return;
  server = await startRedis(program, '--requirepass', password);
  address = server.address.replace('://', `://:${encodeURIComponent(password)}@`);
  connection = await connectQueue(parseQueueAddress(address));
  queue = new Queue<unknown>(queueName, { connection: connection.redis, prefix: keyPrefix });
});
afterAll(async () => {
  if (program === undefined) return;
  await queue.close();
  await connection.close();
  await server.stop();
});

let folder = '';
let out = '';
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-'));
  out = '';
  if (program !== undefined) await connection.redis.flushall();
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => ((out += String(text)), true));
});
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true, force: true });
});

/** Converts into a content folder of this name; gives the exit code. */
async function run(
  name: string,
  files: string[],
  options: Omit<ConvertCommandOptions, 'content'> = {},
): Promise<number | string> {
  const content = join(folder, name);
  mkdirSync(content, { recursive: true });
  process.exitCode = 0;
  await convertFiles(files, { content, ...options });
  return process.exitCode;
}

/** Converts the files with and without the queue, and compares all that is written and printed. */
async function expectSame(files: string[], options: Omit<ConvertCommandOptions, 'content'> = {}) {
  out = '';
  const alone = await run('alone', files, options);
  const said = out;
  out = '';
  expect(await run('queued', files, { ...options, queue: address })).toBe(alone);
  expect(out.replaceAll('queued', 'alone')).toBe(said);
  expect(filesBelow(join(folder, 'queued'))).toEqual(filesBelow(join(folder, 'alone')));
}

async function work(): Promise<QueueWorker> {
  const worker = await startWorker(connection, 1, () => undefined, {
    lockDuration: 3000,
    stalledInterval: 200,
  });
  ends.push(() => worker.end());
  return worker;
}

/** Waits until so many jobs wait. */
async function appears(count: number): Promise<void> {
  while ((await queue.getWaitingCount()) < count) await pause(5);
}

/** A worker that returns what it likes. */
function forge(answer: () => unknown): void {
  const worker = new Worker<unknown, unknown>(queueName, async () => await answer(), {
    connection: connection.redis,
    prefix: keyPrefix,
  });
  ends.push(() => worker.close());
}

/** A right result for the letter, but for what is changed in the reading. */
async function resultWith(changed: object) {
  const decoded = readFileSync(letter, 'utf8');
  const reading = { format: 'txt', decoded, marks: [], attachments: [], messages: [], ...changed };
  const sha256 = hashBytes(readFileSync(letter));
  return { reader: await readerVersion(), sha256, outcome: { type: 'read', reading } };
}

describe.skipIf(program === undefined)('dafu convert --queue', () => {
  test('takes the files beside a page and those that the editor supplies along', async () => {
    const page = join(folder, '答复.html');
    mkdirSync(join(folder, '答复_files/图'), { recursive: true });
    writeFileSync(join(folder, '答复_files/图/一.png'), png);
    writeFileSync(join(folder, '答复_files/key.txt'), Uint8Array.of(1, 0, 2));
    writeFileSync(join(folder, '附件2.pdf'), '%PDF-1.7 invented');
    writeFileSync(
      page,
      `<!DOCTYPE html><html><head><meta charset="utf-8">
<meta name="ArticleTitle" content="关于市政协九届三次会议第37号提案的答复"></head><body><div class="TRS_Editor">
<p>陈望之委员：</p><p>您提出的《关于优化公交线路的提案》（虚构）收悉，现答复如下：</p>
<p><img src="答复_files/图/一.png"><img src="答复_files/无.png"><a href="答复_files/key.txt">甲</a><a href="x/附件2.pdf">附件2</a></p>
<p>感谢您对交通工作的关心和支持。</p><p>云溪市交通运输局</p><p>2021年6月18日</p></div></body></html>`,
    );
    await work();
    await expectSame([page], { with: [join(folder, '附件2.pdf')] });
    expect([...filesBelow(join(folder, 'queued')).keys()]).toEqual(
      expect.arrayContaining(['附件2.pdf', '一.png'].map((name) => `originals/2021/cppcc-9-3-37/${name}`)),
    );
    expect(await connection.redis.keys(`${keyPrefix}:bytes:*`)).toEqual([]);
  });

  test('brings the pictures inside a document back', async () => {
    const paragraphs = readFileSync(letter, 'utf8').trim().split(/\n+/);
    const drawing =
      '<w:p><w:r><w:drawing><wp:inline><a:graphic><a:graphicData><a:blip r:embed="a.png"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>';
    const text = paragraphs.map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`);
    const file = join(folder, '带图.docx');
    writeFileSync(
      file,
      writeDocx({ body: text.toSpliced(9, 0, drawing).join(''), images: { 'a.png': png } }),
    );
    await work();
    await expectSame([file]);
    expect([...filesBelow(join(folder, 'queued')).keys()].join()).toContain('.png');
    expect(await connection.redis.keys(`${keyPrefix}:bytes:*`)).toEqual([]);
  });

  test('reports bad files in their places and goes on', async () => {
    const bad = { 'empty.txt': '', 'page.pdf': '%PDF-1.7\n', 'recipe.txt': '番茄炒蛋，先炒蛋。'.repeat(40) };
    for (const [name, text] of Object.entries(bad)) writeFileSync(join(folder, name), text);
    await work();
    const files = Object.keys(bad).map((name) => join(folder, name));
    await expectSame([...files, join(folder, 'absent.txt'), letter, letter]);
    await expectSame([letter], { json: true });
    await expectSame([letter], { force: true, set: { publishedOn: '2022-01-05' } });
  });

  test('stops at Ctrl-C, and takes up later what was read meanwhile', async () => {
    const waiting = run('queued', [letter], { queue: address });
    await appears(1);
    process.emit('SIGINT');
    expect(await waiting).toBe(130);
    expect(out).toContain('已停止等待');
    const worker = await work();
    while ((await queue.getCompletedCount()) === 0) await pause(5);
    await worker.end();
    ends.length = 0;
    await expectSame([letter]);
    expect(await queue.getCompletedCount()).toBe(0);
  });

  test.each(['the server forgets all', 'the server forgets the bytes'])(
    'adds a file again when %s',
    async (lost) => {
      const waiting = run('queued', [letter], { queue: address });
      await appears(1);
      await connection.redis.eval(
        "for _, key in ipairs(redis.call('keys', ARGV[1])) do redis.call('del', key) end",
        0,
        lost.endsWith('all') ? '*' : `${keyPrefix}:bytes:*`,
      );
      await work();
      expect(await waiting).toBe(0);
    },
  );

  test('gives up a file whose readers die, and reports it by name', async () => {
    const waiting = run('queued', [letter], { queue: address });
    await appears(1);
    for (let count = 0; count < 3; count += 1) {
      const worker = spawn(process.execPath, [dyingWorker, address], { stdio: 'ignore' });
      expect(await once(worker, 'exit')).toEqual([null, 'SIGKILL']);
    }
    await work();
    expect(await waiting).toBe(1);
    expect(out).toMatch(/clean-letter.*worker-failed {2}先后有三台工作机/);
    expect(filesBelow(join(folder, 'queued')).size).toBe(0);
  });
});

describe.skipIf(program === undefined)('what a worker returns', () => {
  const text = readFileSync(letter, 'utf8');
  const attachment = { name: 'a.png', sha256: 'a'.repeat(64) };
  const hostile: [string, (reading: object, result: object) => object][] = [
    ['nothing', () => []],
    ['another file’s text', (_, result) => ({ ...result, sha256: 'b'.repeat(64) })],
    ['the text of another version', (_, result) => ({ ...result, reader: 'c'.repeat(16) })],
    ['more than is asked for', (_, result) => ({ ...result, path: '../../x' })],
    ['a text that is none', (reading) => ({ ...reading, decoded: [text] })],
    ['marks beyond the text', (reading) => ({ ...reading, marks: [mark(0, text.length + 1)] })],
    ['marks in disorder', (reading) => ({ ...reading, marks: [mark(9, 1), mark(3, 1)] })],
    ['a format that there is none of', (reading) => ({ ...reading, format: '../x' })],
    ['the path of a file', (reading) => ({ ...reading, attachments: [{ ...attachment, name: '../../a' }] })],
    ['a file that is not there', (reading) => ({ ...reading, attachments: [attachment] })],
    ['an unknown message', (reading) => ({ ...reading, messages: [message('no-such-rule')] })],
  ];
  const mark = (at: number, length: number) => ({ at, length, kind: { type: 'heading', depth: 1 } });
  const message = (rule: string) => ({ level: 'info', rule, line: 1, column: 1, text: '虚构' });

  test('is used when it is a reading of the file', async () => {
    const result = await resultWith({});
    forge(() => result);
    expect(await run('queued', [letter], { queue: address })).toBe(0);
  });

  test.each(hostile)('is refused when it is %s', async (_, change) => {
    const plain = await resultWith({});
    const { outcome } = plain;
    const changed = change(outcome.reading, plain);
    const isReading = 'decoded' in changed;
    forge(() => (isReading ? { ...plain, outcome: { type: 'read', reading: changed } } : changed));
    expect(await run('queued', [letter], { queue: address })).toBe(1);
    expect(out).toContain('worker-failed');
    expect(filesBelow(folder).size).toBe(0);
    expect(await queue.getCompletedCount()).toBe(0);
  });

  test('is printed escaped', async () => {
    forge(() => Promise.reject(new UnrecoverableError('\u001b[31m')));
    expect(await run('queued', [letter], { queue: address })).toBe(1);
    expect(out).toContain('工作机没有读成');
    expect(out).not.toContain('\u001b');
  });

  test('is not asked for from another version of the program', async () => {
    await work();
    const sha256 = hashBytes(readFileSync(letter));
    const job = await queue.add('read', { reader: 'other', sha256, files: [] });
    while (!(await job.isFailed())) await pause(5);
    expect((await Job.fromId<unknown>(queue, job.id ?? ''))?.failedReason).toBe(failures.reader);
  });
});

describe.skipIf(program === undefined)('a queue that cannot be used', () => {
  test('is reported once, without its password', async () => {
    const wrong = address.replace('word', 'secret');
    await expect(run('queued', [letter], { queue: wrong })).rejects.toThrow(/密码不对/);
    await expect(run('queued', [letter], { queue: wrong })).rejects.not.toThrow(/secret/);
    await expect(run('queued', [letter], { queue: server.address })).rejects.toThrow(/REDISCLI_AUTH/);
    vi.stubEnv('REDISCLI_AUTH', password);
    await work();
    expect(await run('queued', [letter], { queue: server.address })).toBe(0);
    vi.unstubAllEnvs();
  });
});
