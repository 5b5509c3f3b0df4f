import { afterEach, expect, test, vi } from 'vitest';
import { loadStamped } from '../form/data-file.ts';
import { createFetchedFiles, createPageFiles } from './worker-files.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

// Two texts of a block, each base64 by itself, after the stamp 0x0201.
const [one, other] = [Buffer.from([1, 2, 10, 11, 12, 13]), Buffer.from([1, 2, 20, 21, 22, 23])];
const data = one.toString('base64') + other.toString('base64');
const script = `__dafu("y/t1","${data}")\n`;
const file = { name: 'y/t1', stamp: 0x0201, part: { from: 8, to: 16 } };
const content = Uint8Array.of(20, 21, 22, 23);

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
    return new Response(script.slice(Number(from), Number(to) + 1), { status: 206 });
  });
  expect(await fetched()).toEqual(content);
  expect(asked).toEqual([`http://host/search/y/t1.js?${(0x0201).toString(36)} bytes=23-30`]);
});

test('a host that knows no ranges sends the block', async () => {
  host(() => new Response(script));
  expect(await fetched()).toEqual(content);
});

test('on the disk the page loads the block once for all texts that are wanted', async () => {
  const requested: string[] = [];
  const { load, receive } = createPageFiles((name) => requested.push(name));
  const both = [load(file), load({ ...file, part: { from: 0, to: 8 } })];
  receive('y/t1', data);
  expect((await Promise.all(both)).map((bytes) => [...bytes])).toEqual([[...other], [...one]]);
  expect(requested).toEqual(['y/t1']);
});

test('a file of another edition is an error, as is a missing one', async () => {
  host(() => new Response(script));
  const load = createFetchedFiles('http://host/search/');
  await expect(loadStamped(load, { ...file, stamp: 0x0202 })).rejects.toThrow('another edition');
  host(() => new Response('', { status: 404 }));
  await expect(fetched()).rejects.toThrow('missing');
});
