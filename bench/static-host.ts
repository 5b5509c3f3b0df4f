import { fork } from 'node:child_process';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** Types that an ordinary static host compresses (gzip, level 6); other files are sent as they are. */
export const textTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

/** Prepares a file for sending. */
export function asSent(path: string, bytes: Uint8Array): { bytes: Uint8Array; zipped: boolean } {
  return extname(path) in textTypes
    ? { bytes: gzipSync(bytes, { level: 6 }), zipped: true }
    : { bytes, zipped: false };
}

/**
 * Serves a folder like a static host: texts are gzipped, and files may be cached for ten minutes. In a
 * separate process, so that it does not compete with the benchmark's handling of browser events.
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
