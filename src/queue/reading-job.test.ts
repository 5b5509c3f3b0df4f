import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashBytes, planJob, readingJobSchema, type ReceivedInput } from './reading-job.ts';

const file = fc.record({
  use: fc.constantFrom('saved' as const, 'given' as const),
  path: fc.string({ minLength: 1, maxLength: 8 }),
  bytes: fc.uint8Array({ maxLength: 4 }),
});
const input = fc.record({ bytes: fc.uint8Array({ maxLength: 4 }), files: fc.array(file, { maxLength: 3 }) });

test('the id of a job is the hash of the received bytes', () => {
  const bytes = Buffer.from('虚构');
  expect(planJob({ bytes, files: [] }, 'v').id).toBe(hashBytes(bytes));
});

test('jobs have the same id exactly when the same is received with the same files', () => {
  const key = ({ bytes, files }: ReceivedInput) =>
    JSON.stringify([[...bytes], files.map(({ use, path, bytes }) => [use, path, [...bytes]])]);
  fc.assert(
    fc.property(input, input, (one, other) => {
      expect(planJob(one, 'v').id === planJob(other, 'v').id).toBe(key(one) === key(other));
      expect(planJob(one, 'v').id).toBe(planJob(structuredClone(one), 'v').id);
    }),
  );
});

test('a job names all bytes by their hashes, and passes its own schema', () => {
  fc.assert(
    fc.property(input, (received) => {
      const { job, bytes } = planJob(received, 'v');
      expect(readingJobSchema.parse(JSON.parse(JSON.stringify(job)))).toEqual(job);
      expect(new Set(bytes.keys())).toEqual(new Set([job.sha256, ...job.files.map(({ sha256 }) => sha256)]));
      for (const [sha256, content] of bytes) expect(hashBytes(content)).toBe(sha256);
    }),
  );
});
