import { gzipSync } from 'fflate';
import { address } from '../../archive/address.ts';
import type { LetterRecord } from '../../data/open-data/letter-record.ts';

/** The file of all records. */
export const recordsPath = address.dataFile('replies.jsonl.gz');

/**
 * Writes a record as a line of JSON, compressed as a gzip member of its own (RFC 1952, 2.2: a file may be several
 * members one after another). So a file of all records is put together from members made before. Made by a
 * compressor that gives the same bytes on every machine, which zlib does not promise; at its fourth level, for higher ones
 * take a third longer and save a thousandth.
 */
export function packRecord(record: LetterRecord): Uint8Array {
  return gzipSync(Buffer.from(`${JSON.stringify(record)}\n`), { level: 4, mtime: 0 });
}
