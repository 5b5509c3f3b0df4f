import { createHash } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { expect, test } from 'vitest';
import { deflateRaw } from './deflate.ts';
import type { InputPart } from './matches.ts';

/** Bytes of one kind: noise, few values, repetitions, one value. */
const part = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.array(fc.constantFrom(0, 0, 0, 1, 7), { maxLength: 400 }).map((bytes) => Uint8Array.from(bytes)),
  fc
    .tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.integer({ min: 1, max: 60 }))
    .map(([bytes, times]) =>
      Uint8Array.from({ length: bytes.length * times }, (_, at) => bytes[at % bytes.length] ?? 0),
    ),
  fc.tuple(fc.nat(255), fc.nat(1000)).map(([byte, length]) => new Uint8Array(length).fill(byte)),
);

/** All of an input as one part. */
function whole({ length: end }: { length: number }): InputPart[] {
  return [{ end, probes: 1 }];
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(Buffer.concat(parts));
}

test('what was compressed is inflated as it was, whatever its parts', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 7 }), fc.constantFrom(0, 1, 2, 32), (parts, probes) => {
      const input = join(parts);
      let end = 0;
      const inputParts = parts.map(({ length }) => ({ end: (end += length), probes }));
      const packed = deflateRaw(input, inputParts);
      expect(Uint8Array.from(inflateRawSync(packed))).toEqual(input);
      expect(inflateSync(packed, { out: new Uint8Array(input.length) })).toEqual(input);
      expect(deflateRaw(input, inputParts)).toEqual(packed);
    }),
  );
});

test('what was compressed piece by piece is one stream', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (pieces) => {
      const packed = pieces.map((piece, index) =>
        deflateRaw(piece, [{ end: piece.length, probes: 4 }], index === pieces.length - 1),
      );
      expect(Uint8Array.from(inflateRawSync(Buffer.concat(packed)))).toEqual(join(pieces));
    }),
  );
});

test('noise grows by a few bytes, and what repeats shrinks', () => {
  const noise = Uint8Array.from({ length: 200_000 }, (_, at) => Math.imul(at + 7, 0x9e3779b1) >>> 24);
  expect(Uint8Array.from(inflateRawSync(deflateRaw(noise, whole(noise))))).toEqual(noise);
  const shuffled = Uint8Array.from(
    { length: 200_000 },
    (_, at) => (Math.imul(at ^ (at >> 3), at + 0x9e3779b1) >>> 13) & 0xff,
  );
  expect(Uint8Array.from(inflateRawSync(deflateRaw(shuffled, whole(shuffled))))).toEqual(shuffled);
  expect(deflateRaw(shuffled, whole(shuffled)).length).toBeLessThan(shuffled.length + 30);
  expect(deflateRaw(new Uint8Array(100_000), whole({ length: 100_000 })).length).toBeLessThan(300);
});

test('distances of every size are found again', () => {
  fc.assert(
    fc.property(fc.integer({ min: 4, max: 32_760 }), fc.integer({ min: 4, max: 600 }), (distance, length) => {
      const input = Uint8Array.from(
        { length: distance + length },
        (_, at) => Math.imul(at % distance, 0x85ebca6b) >>> 22,
      );
      expect(Uint8Array.from(inflateRawSync(deflateRaw(input, whole(input))))).toEqual(input);
    }),
  );
});

test('a code whose longest words would be too long is shortened', () => {
  // Counts like Fibonacci's numbers make the longest code words.
  const counts = [1, 1];
  while (counts.length < 24) counts.push((counts.at(-1) ?? 0) + (counts.at(-2) ?? 0));
  const input = Uint8Array.from(counts.flatMap((count, byte) => Array<number>(count).fill(byte)));
  // No two neighbours are alike, so nothing is a repetition of four.
  const mixed = input.map((_, at) => input[Math.imul(at, 51_437) % input.length] ?? 0);
  expect(Uint8Array.from(inflateRawSync(deflateRaw(mixed, whole(mixed))))).toEqual(mixed);
});

test('the bytes are those of earlier versions, so that an edition packed again is the same zip', () => {
  const hash = createHash('sha256');
  for (const probes of [0, 1, 16])
    for (const length of [5, 900, 40_000, 300_000]) {
      const text = Buffer.from(
        Array.from(
          { length: length / 20 },
          (_, at) => `第 ${Math.imul(at, at * 7) % 97} 条虚构的答复；`,
        ).join(''),
      );
      const input = Buffer.concat([text, Buffer.alloc(length), text.subarray(length / 3)]);
      const parts = [
        { end: text.length, probes },
        { end: text.length + length, probes: 0 },
        { end: input.length, probes },
      ];
      hash.update(deflateRaw(input, parts)).update(deflateRaw(text, [{ end: text.length, probes }], false));
    }
  expect(hash.digest('hex')).toBe('426e42aa18fa40e3268d963144b4b32a765cebbc7d79a1c95a5086f5cdeae3d2');
});
