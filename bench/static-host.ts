import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a usual static host sends compressed (gzip, level 6); the rest goes out as it lies on the disk. */
export const textTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** A file as it is sent. */
export function asSent(path: string, bytes: Uint8Array): { bytes: Uint8Array; zipped: boolean } {
  return extname(path) in textTypes
    ? { bytes: gzipSync(bytes, { level: 6 }), zipped: true }
    : { bytes, zipped: false };
}

/**
 * Serves a folder as a static host does: gzip for texts, and files may be kept for ten minutes. In a process
 * of its own: a host does not wait until the bench has read what its browser tells.
 */
export async function serveFolder(folder: string): Promise<{ address: string; close: () => void }> {
  const host = fork(fileURLToPath(new URL('./host-process.ts', import.meta.url)), [folder]);
  const address = await new Promise<string>((resolve, reject) => {
    host.once('message', (message) => {
      resolve(message as string);
    });
    host.once('error', reject);
    host.once('exit', () => {
      reject(new Error(`no host for ${folder}`));
    });
  });
  return { address, close: () => host.kill() };
}
