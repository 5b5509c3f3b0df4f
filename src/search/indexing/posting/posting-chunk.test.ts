import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCodePoints } from '../../text/code-point-order.ts';
import { unitMark } from '../../text/tokens.ts';
import { readPostingChunk, type PostingChunk } from '../../form/posting-chunk.ts';
import { createChunkDealer, dealRuns } from './chunk-dealer.ts';
import { packChunk } from './chunk-packer.ts';
import { readOldChunk } from './old-chunk.ts';
import { openRun } from './posting-run.ts';
import { readRun, writeRun, type RunEntry } from './posting.fixture.ts';

const letters = 300;
const identity = Uint32Array.from({ length: letters }, (_, row) => row);

const step = fc.oneof(fc.nat(30), fc.nat(5000), fc.nat(3_000_000));
const positions = fc.array(step, { minLength: 1, maxLength: 9 }).map((steps) => {
  let position = -1;
  return steps.map((each) => (position += 1 + each));
});
const rows = fc
  .uniqueArray(fc.nat(letters - 1), { minLength: 1, maxLength: 20 })
  .map((some) => some.sort((a, b) => a - b));
const token = fc.stringMatching(/^[一-龥0-9a-z]{1,3}[,.!]?$/u);
const entry = fc
  .tuple(token, rows)
  .chain(([name, some]) =>
    fc
      .tuple(
        ...some.map(() =>
          name.endsWith(unitMark) ? fc.integer({ min: 1, max: 15 }).map((bits) => [bits]) : positions,
        ),
      )
      .map((values): RunEntry => [name, some.map((row, at) => [row, values[at] ?? []])]),
  );
const entries = fc
  .uniqueArray(entry, { minLength: 1, maxLength: 12, selector: ([name]) => name })
  .map((all) => all.sort(([a], [b]) => compareCodePoints(a, b)));

/** Deals the tokens of some runs, whose letters are merged. */
function deal(runs: readonly RunEntry[][], size: number) {
  const chunks: { first: string; last: string; isFull: boolean; bytes: Uint8Array }[] = [];
  const dealer = createChunkDealer({ letters, size }, ({ parts, mark, first, last, isFull }) => {
    chunks.push({ first, last, isFull, bytes: packChunk(parts, mark) });
  });
  dealRuns(
    runs.map((run) => openRun(writeRun(run), identity)),
    dealer,
  );
  dealer.finish();
  return chunks;
}

function read(chunk: PostingChunk, [name]: RunEntry): RunEntry | undefined {
  const units = chunk.zonesOf(name);
  if (name.endsWith(unitMark))
    return units && [name, Array.from(units.rows, (row, at) => [row, [bitsAt(units.zones, at)]])];
  const posting = chunk.of(name);
  return (
    posting && [
      name,
      Array.from(posting.rows, (row, at) => [
        row,
        [...posting.positions.subarray(posting.starts[at], posting.starts[at + 1])],
      ]),
    ]
  );
}

function bitsAt(zones: readonly Uint32Array[], at: number): number {
  return zones.reduce((bits, zone, index) => bits | ((zone[at] ?? 0) << index), 0);
}

describe('a chunk of the index', () => {
  it('gives the letters and positions of each of its tokens', () => {
    fc.assert(
      fc.property(entries, (all) => {
        const [{ bytes } = { bytes: new Uint8Array() }, ...others] = deal([all], 1e9);
        expect(others).toEqual([]);
        const chunk = readPostingChunk(bytes, letters);
        for (const one of all) expect(read(chunk, one)).toEqual(one);
        expect(chunk.of('没有的词')).toBeUndefined();
        expect(chunk.zonesOf('没!')).toBeUndefined();
      }),
    );
  });

  it('contains its share of the tokens, which are dealt in order, wherever their letters come from', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 200 }), fc.nat(), (all, size, salt) => {
        const chunks = deal([all], size);
        const dealt = all.map((one) =>
          chunks.findIndex(({ bytes }) => read(readPostingChunk(bytes, letters), one)),
        );
        expect(dealt).toEqual(dealt.toSorted((a, b) => a - b));
        for (const [at, { first, last }] of chunks.entries()) {
          expect(all[dealt.indexOf(at)]?.[0]).toBe(first);
          expect(all[dealt.lastIndexOf(at)]?.[0]).toBe(last);
        }
        const halves = [0, 1].map((half) =>
          all.flatMap(([name, some]): RunEntry[] => {
            const own = some.filter(([row]) => ((row ^ salt) & 1) === half);
            return own.length === 0 ? [] : [[name, own]];
          }),
        );
        expect(deal(halves, size)).toEqual(chunks);
      }),
    );
  });

  it('is read back for the next build, with other rows or without some', () => {
    fc.assert(
      fc.property(
        entries,
        fc.array(fc.boolean(), { minLength: letters, maxLength: letters }),
        (all, leave) => {
          const [{ bytes } = { bytes: new Uint8Array() }] = deal([all], 1e9);
          let next = 0;
          const rowOf = Int32Array.from(leave, (isLeft) => (isLeft ? -1 : next++));
          const kept = all.flatMap(([name, some]): RunEntry[] => {
            const own = some.flatMap(([row, values]): RunEntry[1] =>
              leave[row] ? [] : [[rowOf[row] ?? 0, values]],
            );
            return own.length === 0 ? [] : [[name, own]];
          });
          expect(readRun(readOldChunk(Buffer.from(bytes), rowOf))).toEqual(kept);
        },
      ),
    );
  });

  it('has only one family if that fills it', () => {
    const posting = (name: string, count: number): RunEntry => [
      name,
      [[0, Array.from({ length: count }, (_, at) => at)]],
    ];
    const chunks = deal(
      [
        [
          posting('a', 3),
          posting('b', 40),
          posting('b,', 10),
          posting('c', 8),
          posting('d', 3),
          posting('e', 1),
        ],
      ],
      10,
    );
    expect(chunks.map(({ first, last, isFull }) => [first, last, isFull])).toEqual([
      ['a', 'a', false],
      ['b', 'b,', true],
      ['c', 'd', false],
      ['e', 'e', false],
    ]);
  });
});
