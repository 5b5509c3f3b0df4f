import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sha256 } from './file-hash.ts';
import { temporaryName } from './temporary-name.ts';

const digestLength = 64;

/** What a sealed file contained. */
export type Unsealed = { status: 'read'; bytes: Buffer } | { status: 'absent' | 'damaged' };

/** Writes a file with the SHA-256 of its contents before them. It appears whole or not at all. */
export async function writeSealed(path: string, contents: string): Promise<void> {
  const bytes = Buffer.from(contents);
  const aside = temporaryName(path);
  await mkdir(dirname(path), { recursive: true });
  try {
    await writeFile(aside, Buffer.concat([Buffer.from(sha256(bytes)), bytes]));
    await rename(aside, path);
  } finally {
    await rm(aside, { force: true });
  }
}

/** Reads what {@link writeSealed} wrote; `damaged` when a bit of it was changed. */
export async function readSealed(path: string): Promise<Unsealed> {
  const file = await readFile(path).catch(() => undefined);
  if (file === undefined) return { status: 'absent' };
  const bytes = file.subarray(digestLength);
  const sealed = file.subarray(0, digestLength).toString('latin1');
  return sealed === sha256(bytes) ? { status: 'read', bytes } : { status: 'damaged' };
}
