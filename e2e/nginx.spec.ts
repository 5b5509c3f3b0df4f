import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { headersOf } from '../src/serve/headers.ts';
import { parseManifest } from '../src/archive/manifest.ts';
import { findProgram } from '../src/offline/programs.fixture.ts';
import {
  corpusEditionFolder,
  editionFolder,
  expect,
  hostileEditionFolder,
  test,
} from './support/edition.fixture.ts';

const nginx = findProgram('nginx', '../sbin/nginx');
const sample = readFileSync(join(import.meta.dirname, '../deploy/nginx/dafu.conf'), 'utf8');

// What the sample says of a host is tested once; there is none for files.
test.skip(({ transport }) => transport === 'file' || nginx === undefined, 'no nginx, or no server at all');

let work: string;
let server: ChildProcess | undefined;

test.beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'dafu-nginx-'));
});
test.afterEach(async () => {
  if (server?.exitCode === null) {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
  rmSync(work, { recursive: true, force: true });
});

/** Starts nginx with the sample for an edition, at a port of its own. @returns The site's address. */
async function serve(edition: string): Promise<string> {
  const port = await freePort();
  const changed = sample
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/dafu/dist;', `root "${edition}";`);
  expect(changed).not.toBe(sample);
  for (const name of ['body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']) mkdirSync(join(work, name));
  const paths = ['client_body_temp_path body', 'proxy_temp_path proxy', 'fastcgi_temp_path fastcgi'];
  const lines = [
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    ...['daemon off;', 'worker_processes 1;', 'pid nginx.pid;', 'events {}', 'http {', 'access_log off;'],
    ...[...paths, 'uwsgi_temp_path uwsgi', 'scgi_temp_path scgi'].map((line) => `${line};`),
    ...[changed, '}'],
  ];
  writeFileSync(join(work, 'nginx.conf'), lines.join('\n'));
  const args = ['-e', join(work, 'errors.log'), '-p', work, '-c', join(work, 'nginx.conf')];
  server = spawn(nginx ?? '', args, { stdio: 'ignore' });
  const address = `http://127.0.0.1:${port}/`;
  await expect.poll(() => fetch(address).then(({ status }) => status, errors)).toBe(200);
  return address;
}

/** What nginx has said so far. */
function errors(): string {
  const log = join(work, 'errors.log');
  return existsSync(log) ? readFileSync(log, 'utf8') : 'it has not started';
}

async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const link = (path: string) => path.split('/').map(encodeURIComponent).join('/');
const filesOf = (edition: string) => [
  ...parseManifest(readFileSync(join(edition, 'manifest-sha256.txt'), 'utf8')).keys(),
];

/** Every original, and one file of each kind in each folder of the top. */
function sampleOf(paths: readonly string[]): string[] {
  const kinds = new Map(paths.map((path) => [(path.split('/')[0] ?? '') + extname(path), path]));
  return [...new Set([...paths.filter((path) => path.startsWith('originals/')), ...kinds.values()])];
}

for (const edition of [editionFolder, hostileEditionFolder])
  test(`the files of ${edition.split('/').at(-2) ?? ''} have the type, charset and policy that dafu serve gives them`, async () => {
    const address = await serve(edition);
    for (const path of sampleOf(filesOf(edition))) {
      const response = await fetch(address + link(path));
      const { 'Content-Type': type, ...others } = headersOf(path);
      const expected = { 'Content-Security-Policy': "frame-ancestors 'none'", ...others };
      const got = Object.keys(expected).map((name) => [name, response.headers.get(name)]);
      expect([response.status, path, response.headers.get('content-type'), Object.fromEntries(got)]).toEqual([
        ...[200, path, type, expected],
      ]);
      expect(Buffer.from(await response.arrayBuffer()).equals(readFileSync(join(edition, path))), path).toBe(
        true,
      );
    }
  });

test('text is sent compressed, and may be asked for in part', async ({ request }) => {
  const address = await serve(corpusEditionFolder);
  const page = readFileSync(join(corpusEditionFolder, 'index.html'));
  const sent = await request.get(address, { headers: { 'Accept-Encoding': 'gzip' } });
  expect(sent.headers()).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
  expect((await sent.body()).equals(page)).toBe(true);
  const raw = await fetch(address, { headers: { Range: 'bytes=3-9', 'Accept-Encoding': 'identity' } });
  expect([raw.status, Buffer.from(await raw.arrayBuffer()).toString()]).toEqual([
    206,
    page.subarray(3, 10).toString(),
  ]);
});

test('only what never changes under its name is kept without asking', async () => {
  const address = await serve(editionFolder);
  const cachingOf = async (path: string) => (await fetch(address + path)).headers.get('cache-control');
  const assets = filesOf(editionFolder).filter((path) => path.startsWith('assets/'));
  expect(assets.length).toBeGreaterThan(4);
  for (const path of assets) expect(await cachingOf(path), path).toContain('immutable');
  expect(await cachingOf('search/entry.js')).toBe('no-cache');
  expect(await cachingOf('search/entry.js?1x2y')).toContain('immutable');
  for (const path of ['', 'index.html', 'index.html?1x2y', 'manifest-sha256.txt', 'feed.xml'])
    expect(await cachingOf(path), path).toBe('no-cache');
  const first = await fetch(`${address}feed.xml`);
  const again = await fetch(`${address}feed.xml`, {
    headers: { 'If-None-Match': first.headers.get('etag') ?? '' },
  });
  expect(again.status).toBe(304);
});

test('an unknown address is answered by the page for it, and nothing but reading is accepted', async () => {
  const address = await serve(editionFolder);
  const missing = await fetch(`${address}replies/2019/none.html`);
  expect([missing.status, await missing.text()]).toEqual([
    404,
    readFileSync(join(editionFolder, '404.html'), 'utf8'),
  ]);
  for (const path of ['.git/config', 'replies/.hidden', 'replies/'])
    expect([path, [403, 404].includes((await fetch(address + path)).status)]).toEqual([path, true]);
  for (const method of ['POST', 'PUT', 'DELETE'])
    expect([method, (await fetch(address, { method })).status]).toEqual([method, 403]);
  expect((await fetch(address, { method: 'HEAD' })).status).toBe(200);
});
