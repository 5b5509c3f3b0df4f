import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unpackBounds, openChunkTable } from '../form/chunk-table.ts';
import { shortestBound, buildChunkTable, packBounds } from './chunk-table-writer.ts';

/** Characters of tokens, including some whose order differs between UTF-8 and UTF-16. */
const character = fc.constantFrom(
  '0',
  '2',
  'a',
  'z',
  ',',
  '一',
  '丁',
  '老',
  '龥',
  '\u{fa0e}',
  '\u{20000}',
  '\u{2a700}',
);
const token = fc.string({ unit: character, minLength: 1, maxLength: 4 });
const byBytes = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));

/** Tokens sorted by bytes and split into chunks. */
const split = fc
  .tuple(fc.uniqueArray(token, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 9 }))
  .map(([tokens, each]) => {
    const sorted = tokens.sort(byBytes);
    return Array.from({ length: Math.ceil(sorted.length / each) }, (_, chunk) =>
      sorted.slice(chunk * each, (chunk + 1) * each),
    );
  });

function tableOf(chunks: readonly (readonly string[])[]) {
  return openChunkTable(
    buildChunkTable(
      chunks.map((tokens) => ({
        first: tokens[0] ?? '',
        last: tokens.at(-1) ?? '',
        size: tokens.length * 4096,
        stamp: tokens.length,
      })),
      10,
    ),
  );
}

describe('the table of chunks', () => {
  it('maps every token to the chunk that contains it', () => {
    fc.assert(
      fc.property(split, (chunks) => {
        const table = tableOf(chunks);
        for (const [chunk, tokens] of chunks.entries())
          for (const one of tokens) expect(table.chunkOf(one)).toBe(chunk);
      }),
    );
  });

  it('maps any other token to some chunk', () => {
    fc.assert(
      fc.property(split, token, (chunks, other) => {
        expect(chunks[tableOf(chunks).chunkOf(other)]).toBeDefined();
      }),
    );
  });

  it('unpacks bounds as they were packed', () => {
    fc.assert(
      fc.property(fc.array(token), (bounds) => {
        expect(unpackBounds(packBounds(bounds))).toEqual(bounds);
      }),
    );
  });

  it('separates neighbours by the shortest bound', () => {
    expect(shortestBound('中国', '中学生')).toBe('中学');
    expect(shortestBound('中', '中学生')).toBe('中学');
    expect(shortestBound('上海', '中学生')).toBe('中');
    expect(shortestBound('', '中学生')).toBe('中');
    expect(packBounds(['中', '中学', '丰'])).toBe('A中B学A丰');
  });

  it('gives the approximate size of a chunk', () => {
    const table = tableOf([['一'], ['丁', '丂', '七']]);
    expect(table.sizeOf(0)).toBeLessThan(table.sizeOf(1));
    expect(Math.abs(table.sizeOf(1) - 3 * 4096)).toBeLessThanOrEqual(2048);
  });

  it('says which chunks are large enough to have a file of zones', () => {
    const table = tableOf([
      ['一', '丁', '丂', '七'],
      ['丄', '丅', '丆', '万', '丈'],
    ]);
    expect([0, 1].map(table.hasZones)).toEqual([false, true]);
  });
});
