import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
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
 * Serves a folder as a static host does: gzip for texts, and files may be kept for ten minutes. All is
 * compressed beforehand: a host does not compress a file anew each time, nor on the visitor's processor.
 */
export async function serveFolder(folder: string): Promise<{ address: string; close: () => void }> {
  const ready = new Map<string, ReturnType<typeof asSent>>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    ready.set(`/${relative(folder, path).replaceAll(sep, '/')}`, asSent(path, await readFile(path)));
  }
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const path = decodeURIComponent(pathname);
    const sent = ready.get(path);
    if (sent === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': textTypes[extname(path)] ?? otherTypes[extname(path)] ?? 'application/octet-stream',
      'content-length': sent.bytes.length,
      'cache-control': 'public, max-age=600',
      ...(sent.zipped ? { 'content-encoding': 'gzip' } : {}),
    });
    response.end(sent.bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}
