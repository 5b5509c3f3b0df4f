import { stat } from 'node:fs/promises';
import { hashFile } from '../../storage/file-hash.ts';
import { readSealed, writeSealed } from '../../storage/sealed-file.ts';

/** Where it is noted from what the zip in an output folder was packed. */
export interface PackingNote {
  /** Absolute path of the note. */
  file: string;
  /** A digest of the program: another version may pack to other bytes. */
  program: string;
}

/** A zip that was packed. */
export interface PackedZip {
  /** In bytes. */
  size: number;
  sha256: string;
  sm3: string;
  /** Files of the edition. */
  files: number;
  /** SHA-256 of the edition's manifest. */
  manifest: string;
}

type Noted = PackedZip & Pick<PackingNote, 'program'>;

/**
 * Finds the zip of an edition that an earlier run packed. It is hashed, which takes a small part of the time of packing.
 *
 * @param zip Its absolute path.
 * @param manifest SHA-256 of the edition's manifest.
 * @returns Undefined when it must be packed.
 */
export async function findKeptZip(
  zip: string,
  manifest: string,
  { file, program }: PackingNote,
): Promise<PackedZip | undefined> {
  const read = await readSealed(file);
  if (read.status !== 'read') return undefined;
  const { program: by, ...noted } = JSON.parse(read.bytes.toString()) as Noted;
  if (by !== program || noted.manifest !== manifest) return undefined;
  const found = await stat(zip).catch(() => undefined);
  if (found?.isFile() !== true || found.size !== noted.size) return undefined;
  return (await hashFile(zip)) === noted.sha256 ? noted : undefined;
}

/** Notes a zip for the next run. */
export async function notePackedZip(zip: PackedZip, { file, program }: PackingNote): Promise<void> {
  await writeSealed(file, JSON.stringify({ ...zip, program } satisfies Noted));
}
