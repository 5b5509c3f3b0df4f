import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import fc from 'fast-check';
import { runProgram } from '../programs.fixture.ts';

/** Damage to a file of which less than 4 % is lost. */
export interface Damage {
  name: string;
  spoil: (bytes: Buffer) => Buffer;
}

/** Damages of every kind, drawn with the seed of the tests. */
export function damages(count: number): Damage[] {
  const place = fc.nat(9999).map((part) => part / 10_000);
  const kinds = [
    place.map((at) => ({
      name: `a bit is flipped at ${at.toFixed(3)}`,
      spoil: (bytes: Buffer) => {
        const byte = Math.floor(at * bytes.length);
        bytes[byte] = (bytes[byte] ?? 0) ^ (1 << Math.floor(at * 8));
        return bytes;
      },
    })),
    place.map((share) => ({
      name: `the end is cut off, ${(3 * share).toFixed(2)} %`,
      spoil: (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * (1 - 0.03 * share)) - 1),
    })),
    fc.tuple(place, place).map(([at, share]) => ({
      name: `${(3 * share).toFixed(2)} % are overwritten at ${at.toFixed(3)}`,
      spoil: (bytes: Buffer) => {
        const from = Math.floor(at * bytes.length);
        return bytes.fill(
          0xa5,
          from,
          Math.min(bytes.length, from + 1 + Math.floor(0.03 * share * bytes.length)),
        );
      },
    })),
    fc.tuple(place, place).map(([at, share]) => ({
      name: `${(3 * share).toFixed(2)} % are taken out at ${at.toFixed(3)}`,
      spoil: (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, at * bytes.length),
          bytes.subarray((at + 0.03 * share) * bytes.length + 1),
        ]),
    })),
    place.map((at) => ({
      name: `bytes are put in at ${at.toFixed(3)}`,
      spoil: (bytes: Buffer) =>
        Buffer.concat([
          bytes.subarray(0, at * bytes.length),
          Buffer.from('虚构'),
          bytes.subarray(at * bytes.length),
        ]),
    })),
  ];
  const each = Math.ceil(count / kinds.length);
  return kinds.flatMap((kind: fc.Arbitrary<Damage>) => fc.sample(kind, each)).slice(0, count);
}

/**
 * Has the program par2 repair a damaged zip with the recovery data beside the sound one.
 *
 * @param around A folder to work in.
 * @returns The repaired file; undefined when the program gave up.
 */
export function repairWithPar2(
  program: string,
  zip: string,
  damaged: Buffer,
  around: string,
): Buffer | undefined {
  const place = mkdtempSync(join(around, 'repair '));
  try {
    cpSync(dirname(zip), place, { recursive: true });
    const copy = join(place, basename(zip));
    writeFileSync(copy, damaged);
    const { status } = runProgram(program, ['repair', '-q', `${basename(zip)}.par2`], { cwd: place });
    return status === 0 ? readFileSync(copy) : undefined;
  } finally {
    rmSync(place, { recursive: true });
  }
}
