import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { gzipSync } from 'node:zlib';

/** What a usual static host sends compressed (gzip, level 6); the rest goes out as it lies on the disk. */
const textTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const otherTypes: Record<string, string> = { '.wasm': 'application/wasm' };

/** A file as it is sent. */
export function asSent(path: string, bytes: Uint8Array): { bytes: Uint8Array; zipped: boolean } {
  return extname(path) in textTypes
    ? { bytes: gzipSync(bytes, { level: 6 }), zipped: true }
    : { bytes, zipped: false };
}

/**
 * Serves a folder as a static host does: gzip for texts, and files may be kept for ten minutes. What was
 * sent once is kept ready, for a host does not compress a file anew each time.
 */
export async function serveFolder(folder: string): Promise<{ address: string; close: () => void }> {
  const ready = new Map<string, ReturnType<typeof asSent>>();
  const answer = async (path: string) => {
    const known = ready.get(path);
    if (known) return known;
    const sent = asSent(path, await readFile(join(folder, path)));
    ready.set(path, sent);
    return sent;
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = normalize(decodeURIComponent(pathname));
    answer(path).then(
      ({ bytes, zipped }) => {
        const type = textTypes[extname(path)] ?? otherTypes[extname(path)] ?? 'application/octet-stream';
        response.writeHead(200, {
          'content-type': type,
          'content-length': bytes.length,
          'cache-control': 'public, max-age=600',
          ...(zipped ? { 'content-encoding': 'gzip' } : {}),
        });
        response.end(bytes);
      },
      () => {
        response.writeHead(404).end();
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
