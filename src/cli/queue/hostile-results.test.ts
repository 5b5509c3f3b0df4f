import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Job, UnrecoverableError } from 'bullmq';
import { describe, expect, test } from 'vitest';
import { failures } from '../../queue/job-failure.ts';
import { hashBytes, keyPrefix } from '../../queue/reading-job.ts';
import { filesBelow } from '../../storage/files-below.fixture.ts';
import { letter, rightResult, serverProgram, useQueue } from './queue-test.fixture.ts';

const t = useQueue();

describe.skipIf(serverProgram === undefined)('what a worker returns', () => {
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
    const result = await rightResult();
    t.forge(() => result);
    expect(await t.convert([letter])).toBe(0);
  });

  test.each(hostile)('is refused when it is %s', async (_, change) => {
    const plain = await rightResult();
    const { outcome } = plain;
    const changed = change(outcome.reading, plain);
    const isReading = 'decoded' in changed;
    t.forge(() => (isReading ? { ...plain, outcome: { type: 'read', reading: changed } } : changed));
    expect(await t.convert([letter])).toBe(1);
    expect(t.state.out).toContain('worker-failed');
    expect(filesBelow(t.state.folder).size).toBe(0);
    expect(await t.opened().queue.getCompletedCount()).toBe(0);
  });

  test('is refused when the bytes of a file are others', async () => {
    const plain = await rightResult();
    const reading = { ...plain.outcome.reading, attachments: [attachment] };
    const { redis } = t.opened().connection;
    t.forge(async () => {
      await redis.set(`${keyPrefix}:bytes:${plain.sha256}:${attachment.sha256}`, 'forged');
      return { ...plain, outcome: { type: 'read', reading } };
    });
    expect(await t.convert([letter])).toBe(1);
    expect(t.state.out).toContain('worker-failed');
    expect(filesBelow(t.state.folder).size).toBe(0);
    expect(await t.bytesLeft()).toEqual([]);
  });

  test('is printed escaped', async () => {
    t.forge(() => Promise.reject(new UnrecoverableError('\u001b[31m')));
    expect(await t.convert([letter])).toBe(1);
    expect(t.state.out).toContain('工作机没有读成');
    expect(t.state.out).not.toContain('\u001b');
  });

  test('is not asked for from another version of the program', async () => {
    await t.work();
    const sha256 = hashBytes(readFileSync(letter));
    const job = await t.opened().queue.add('read', { reader: 'other', sha256, files: [] });
    while (!(await job.isFailed())) await pause(5);
    expect((await Job.fromId<unknown>(t.opened().queue, job.id ?? ''))?.failedReason).toBe(failures.reader);
  });
});
