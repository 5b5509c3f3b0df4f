import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, relative, sep } from 'node:path';
import { argv } from 'node:process';
import { asSent, textTypes } from './static-host.ts';

// node host-process.ts FOLDER, by static-host.ts: serves the folder and reports its address.
const [folder = ''] = argv.slice(2);
const otherTypes: Record<string, string> = { '.wasm': 'application/wasm' };

// Exits with the benchmark.
process.once('disconnect', () => process.exit());

// Everything is compressed beforehand: a host does not compress a file for every request, nor on the
// visitor's processor.
const ready = new Map<string, ReturnType<typeof asSent> & { whole: Uint8Array }>();
for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue;
  const path = join(entry.parentPath, entry.name);
  const whole = await readFile(path);
  ready.set(`/${relative(folder, path).replaceAll(sep, '/')}`, { ...asSent(path, whole), whole });
}
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://host');
  const path = decodeURIComponent(pathname);
  const sent = ready.get(path);
  if (sent === undefined) {
    response.writeHead(404).end();
    return;
  }
  const common = {
    'content-type': textTypes[extname(path)] ?? otherTypes[extname(path)] ?? 'application/octet-stream',
    'cache-control': 'public, max-age=600',
  };
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
  if (from !== undefined && to !== undefined) {
    // A range of the file as it is: browsers ask for no compression with it.
    const part = sent.whole.subarray(Number(from), Number(to) + 1);
    const range = `bytes ${from}-${Number(from) + part.length - 1}/${sent.whole.length}`;
    response.writeHead(206, { ...common, 'content-length': part.length, 'content-range': range });
    response.end(part);
    return;
  }
  response.writeHead(200, {
    ...common,
    'content-length': sent.bytes.length,
    ...(sent.zipped ? { 'content-encoding': 'gzip' } : {}),
  });
  response.end(sent.bytes);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
process.send?.(`http://127.0.0.1:${port}/`);
