import { describe, expect, it, vi } from 'vitest';
import { createLruCache } from './lru-cache.ts';

const reader = () => vi.fn((name: string) => Promise.resolve(name));

describe('a cache of the values used last', () => {
  it('reads a value once, even if it is requested again while being read', async () => {
    const cache = createLruCache<string>(100, ({ length }) => length);
    const read = reader();
    const values = await Promise.all([cache.get('a', () => read('a')), cache.get('a', () => read('a'))]);
    await cache.get('a', () => read('a'));
    expect(values).toEqual(['a', 'a']);
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('drops the least cachely used value first', async () => {
    const cache = createLruCache<string>(2, ({ length }) => length);
    const read = reader();
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await cache.get(name, () => read(name));
    expect(read.mock.calls.flat()).toEqual(['a', 'b', 'c', 'b']);
  });

  it('keeps the last value even when it exceeds the budget', async () => {
    const cache = createLruCache<string>(1, ({ length }) => length);
    const read = reader();
    for (const name of ['long', 'long']) await cache.get(name, () => read(name));
    expect(read).toHaveBeenCalledTimes(1);
  });

  it('does not count a value that was dropped while being read', async () => {
    const cache = createLruCache<string>(3, ({ length }) => length);
    const slow = Promise.withResolvers<string>();
    const first = cache.get('slow', () => slow.promise);
    await cache.get('large', () => Promise.resolve('1234'));
    await cache.get('slow', () => Promise.resolve('12'));
    slow.resolve('12');
    await first;
    await cache.get('small', () => Promise.resolve('1'));
    const read = reader();
    await cache.get('slow', () => read('slow'));
    expect(read).not.toHaveBeenCalled();
  });

  it('reads a value again after a failure', async () => {
    const cache = createLruCache<string>(100, ({ length }) => length);
    await expect(cache.get('a', () => Promise.reject(new Error('missing')))).rejects.toThrow('missing');
    expect(await cache.get('a', () => Promise.resolve('there'))).toBe('there');
  });
});
