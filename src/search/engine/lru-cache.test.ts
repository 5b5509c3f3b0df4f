import { describe, expect, it, vi } from 'vitest';
import { createLruCache } from './lru-cache.ts';

const reader = () => vi.fn((name: string) => Promise.resolve(name));

describe('what was read last', () => {
  it('is read once, also while it is being read', async () => {
    const recent = createLruCache<string>(100, ({ length }) => length);
    const read = reader();
    const values = await Promise.all([recent.get('a', () => read('a')), recent.get('a', () => read('a'))]);
    await recent.get('a', () => read('a'));
    expect(values).toEqual(['a', 'a']);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('makes room by what was not asked for longest', async () => {
    const recent = createLruCache<string>(2, ({ length }) => length);
    const read = reader();
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await recent.get(name, () => read(name));
    expect(read.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps the last one even when it is larger than all that is to be kept', async () => {
    const recent = createLruCache<string>(1, ({ length }) => length);
    const read = reader();
    for (const name of ['long', 'long']) await recent.get(name, () => read(name));
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('is asked for again when it could not be read', async () => {
    const recent = createLruCache<string>(100, ({ length }) => length);
    await expect(recent.get('a', () => Promise.reject(new Error('missing')))).rejects.toThrow('missing');
    expect(await recent.get('a', () => Promise.resolve('there'))).toBe('there');
  });
});
