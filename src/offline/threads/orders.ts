import type { Algorithm } from '../../archive/bag/bag.ts';
import type { FoundHashes } from '../../archive/verification/copy-check.ts';
import type { PlacedEntry } from '../../archive/zip/zip-entry.ts';
import type { RecoveryPart, SliceSums } from '../recovery/recovery-slices.ts';
import type { FileToPack, PackedFile } from './pack-file.ts';

/** What a thread is asked to do. */
export type Order =
  | { kind: 'pack'; files: readonly FileToPack[] }
  /** One large file; its bytes come in pieces before the answer. */
  | { kind: 'pack-large'; file: FileToPack }
  /** Files by absolute path. */
  | { kind: 'hash'; files: readonly string[]; algorithms: readonly Algorithm[] }
  | {
      kind: 'hash-entries';
      zip: string;
      isOurs: boolean;
      entries: readonly PlacedEntry[];
      algorithms: readonly Algorithm[];
    }
  | ({ kind: 'sum-slices' } & Pick<RecoveryPart, 'file' | 'size' | 'layout'>)
  | ({ kind: 'recover' } & RecoveryPart);

/** Hashes of a file, or in Chinese why it cannot be read. */
export type HashResult = { hashes: FoundHashes; fault?: undefined } | { fault: string };

/**
 * What a thread answers: the packed files with the bytes that go into the zip; hashes in the order of the files; sums of
 * slices; recovery data.
 */
export type Answer =
  | { kind: 'packed'; files: readonly PackedFile[]; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'hashed'; results: readonly HashResult[] }
  | ({ kind: 'summed' } & SliceSums)
  | { kind: 'recovered'; bytes: Uint8Array<ArrayBuffer> };

/** Messages to a thread. */
export type ToThread = { kind: 'order'; order: Order } | { kind: 'taken'; room: ArrayBuffer };

/** Messages from a thread. */
export type FromThread =
  | { kind: 'piece'; bytes: Uint8Array<ArrayBuffer> }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'failure'; message: string; code?: string | undefined; path?: string | undefined };

/** Most pieces are not longer than this, in bytes. */
export const largestPiece = 1 << 20;

/** How many pieces of a file a thread sends before it waits until they are written. */
export const piecesAhead = 4;
