import { afterEach, expect, test, vi } from 'vitest';
import { encodeBase32768 } from '../form/base32768.ts';
import { loadStamped, scriptStart } from '../form/data-file.ts';
import { createFetchedFiles, createPageFiles } from './worker-files.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

// Two texts of a block, each of whole characters, after the stamp 0x0201.
const [one, other] = [10, 20].map((first) => Uint8Array.from({ length: 45 }, (_, at) => first + at));
for (const text of [one, other]) text?.set([1, 2]);
const data = [one, other].map((text) => encodeBase32768(text ?? new Uint8Array())).join('');
const script = Buffer.from(`${scriptStart('y/t1')}${data}")\n`, 'utf16le');
const file = { name: 'y/t1', stamp: 0x0201, part: { from: 24, to: 48 } };
const content = other?.subarray(2);

/** A host that answers every request; returns what is asked for. */
function host(answer: (range: string | null) => Response): string[] {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (address: string, init?: RequestInit) => {
    const range = new Headers(init?.headers).get('Range');
    asked.push(`${address} ${range ?? ''}`.trim());
    return Promise.resolve(answer(range));
  });
  return asked;
}

const fetched = () => loadStamped(createFetchedFiles('http://host/search/'), file);

test('a text is loaded as a range of its block, with the stamp in the address', async () => {
  const asked = host((range) => {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(range ?? '') ?? [];
    return new Response(script.subarray(Number(from), Number(to) + 1), { status: 206 });
  });
  expect(await fetched()).toEqual(content);
  expect(asked).toEqual([`http://host/search/y/t1.js?${(0x0201).toString(36)} bytes=80-127`]);
});

test('a host that knows no ranges sends the block', async () => {
  host(() => new Response(script));
  expect(await fetched()).toEqual(content);
});

test('on the disk the page loads the block once for all texts that are wanted', async () => {
  const requested: string[] = [];
  const { load, receive } = createPageFiles((name) => requested.push(name));
  const both = [load(file), load({ ...file, part: { from: 0, to: 24 } })];
  receive('y/t1', data);
  expect((await Promise.all(both)).map((bytes) => [...bytes])).toEqual(
    [other, one].map((text) => [...(text ?? [])]),
  );
  expect(requested).toEqual(['y/t1']);
});

test('a file of another edition is an error, as is a missing one', async () => {
  host(() => new Response(script));
  const load = createFetchedFiles('http://host/search/');
  await expect(loadStamped(load, { ...file, stamp: 0x0202 })).rejects.toThrow('another edition');
  host(() => new Response('', { status: 404 }));
  await expect(fetched()).rejects.toThrow('missing');
});
