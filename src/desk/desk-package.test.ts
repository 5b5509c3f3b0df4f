import { strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDeskPackage, writeDeskPackage, type ReceivedFiles } from './desk-package.ts';

const name = fc.string({ minLength: 1, maxLength: 20 });
const bytes = fc.uint8Array({ maxLength: 60 });
const received: fc.Arbitrary<ReceivedFiles> = fc.record({
  name,
  bytes,
  given: fc.array(fc.record({ name, bytes }), { maxLength: 3 }),
  saved: fc.array(fc.tuple(name, bytes), { maxLength: 3 }).map((pairs) => new Map(pairs)),
});
const decisions = { suggestions: [{ rule: 'dash', at: 3 }], values: { title: '题' }, on: '2024-05-06' };

test('a package is read as it was written, whatever the names are', () => {
  fc.assert(
    fc.property(received, bytes, (files, letter) => {
      const plan = [{ path: 'replies/2024/a.md', bytes: letter }];
      const read = readDeskPackage(writeDeskPackage(files, decisions, plan));
      expect(read.received.name).toBe(files.name);
      expect(read.received.given.map((one) => one.name)).toEqual(files.given.map((one) => one.name));
      expect([...read.received.saved.keys()]).toEqual([...files.saved.keys()]);
      expect(Buffer.from(read.received.bytes)).toEqual(Buffer.from(files.bytes));
      expect(read.decisions).toEqual(decisions);
      expect(Buffer.from(read.letter.get('replies/2024/a.md') ?? [])).toEqual(Buffer.from(letter));
    }),
  );
});

test('the same letter gives the same bytes', () => {
  const files = { name: 'a.txt', bytes: strToU8('a'), given: [], saved: new Map<string, Uint8Array>() };
  expect(writeDeskPackage(files, decisions, [])).toEqual(writeDeskPackage(files, decisions, []));
});

const description = { form: 1, file: 'a.txt', given: [], saved: [], letter: [], decisions };
test.each([
  ['没有 desk.json', {}],
  ['desk.json 读不出来', { 'desk.json': strToU8('{') }],
  ['desk.json 的 form', { 'desk.json': strToU8(JSON.stringify({ ...description, form: 2 })) }],
  ['缺少 received/0', { 'desk.json': strToU8(JSON.stringify(description)) }],
  [
    'desk.json 的 decisions.on',
    {
      'desk.json': strToU8(JSON.stringify({ ...description, decisions: { ...decisions, on: '2024年5月' } })),
    },
  ],
])('a zip that is no package is refused: %s', (said, entries) => {
  expect(() => readDeskPackage(zipSync(entries))).toThrow(said);
});
