import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { formatManifest, manifestName } from '../archive/manifest.ts';
import { serveEdition } from './server.ts';

let folder: string;
let address: string;
let server: Server;

const listed: Record<string, string | Uint8Array> = {
  'index.html': '首页',
  '404.html': '没有这个页面',
  'feed.xml': '<feed/>',
  'replies/2019/a.txt': '全文',
  'replies/2019/a b%.md': '# 全文',
  'data/replies.jsonl': '{}\n',
  'originals/2019/a/收文 1.txt': Buffer.from([0xb4, 0xf0]),
  'originals/2019/a/page.html.txt': '<script>alert(1)</script>',
  'digits.txt': '0123456789',
  'gone.html': '曾经有',
  'link.html': '',
  'links/a.html': '',
};

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function list(paths: readonly string[]): void {
  write(`${manifestName}.txt`, formatManifest(new Map(paths.map((path) => [path, '0'.repeat(64)]))));
}

beforeAll(async () => {
  folder = join(mkdtempSync(join(tmpdir(), 'dafu 网站 ')), 'dist');
  for (const [path, content] of Object.entries(listed)) write(path, content);
  for (const path of ['link.html', 'links', 'gone.html']) rmSync(join(folder, path), { recursive: true });
  write('unlisted.html', '不在清单里');
  write('.git/config', '[core]');
  symlinkSync(join(folder, 'unlisted.html'), join(folder, 'link.html'));
  symlinkSync(join(folder, 'replies/2019'), join(folder, 'links'));
  write('replies/2019/a.html', '信');
  list([...Object.keys(listed), '../outside.html']);
  write('../archives/SHA256SUMS', `${'0'.repeat(64)}  a.zip\n`);
  for (const name of ['a.zip', 'older.zip', 'newest.js']) write(`../archives/${name}`, name);
  ({ address, server } = await serveEdition(folder, {
    ...{ port: 0, host: '127.0.0.1' },
    archives: join(folder, '../archives'),
  }));
});
afterAll(() => {
  server.close();
  rmSync(dirname(folder), { recursive: true, force: true });
});

/** Requests a path as written; `fetch` would normalise it. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; headers: IncomingHttpHeaders; body: string }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const body = Buffer.concat(pieces).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['/', 'text/html; charset=utf-8', '首页'],
  ['/index.html?q=1', 'text/html; charset=utf-8', '首页'],
  ['/feed.xml', 'application/xml; charset=utf-8', '<feed/>'],
  ['/replies/2019/a.txt', 'text/plain; charset=utf-8', '全文'],
  ['/replies/2019/a%20b%25.md', 'text/markdown; charset=utf-8', '# 全文'],
  ['/data/replies.jsonl', 'application/jsonl; charset=utf-8', '{}\n'],
])('%s is sent as %s', async (path, type, body) => {
  const answer = await ask(path);
  expect(answer).toMatchObject({ status: 200, body });
  expect(answer.headers).toMatchObject({ 'content-type': type, 'x-content-type-options': 'nosniff' });
});

test('the zip beside the edition is offered with its hashes, and nothing else of its folder', async () => {
  const answer = await ask('/archives/a.zip', { headers: { Range: 'bytes=0-0' } });
  expect(answer).toMatchObject({ status: 206, body: 'a' });
  expect(answer.headers['content-type']).toBe('application/zip');
  const sums = await ask('/archives/SHA256SUMS');
  expect(sums.status).toBe(200);
  expect(sums.headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(await ask('/archives/newest.js')).toMatchObject({ status: 200, body: 'newest.js' });
  for (const path of ['older.zip', 'SHA256SUMS.minisig', '../dist/index.html', ''])
    expect((await ask(`/archives/${path}`)).status, path).toBe(404);
});

test('a site without a zip beside it works as well', async () => {
  const alone = await serveEdition(folder, { port: 0, host: '127.0.0.1', archives: join(folder, 'none') });
  expect((await fetch(`${alone.address}archives/SHA256SUMS`)).status).toBe(404);
  expect((await fetch(alone.address)).status).toBe(200);
  alone.server.close();
});

test('a received file keeps its own encoding and is sandboxed', async () => {
  for (const name of ['收文 1.txt', 'page.html.txt']) {
    const { status, headers } = await ask(`/originals/2019/a/${encodeURIComponent(name)}`);
    expect(status).toBe(200);
    expect(headers['content-type']).toBe('text/plain');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-security-policy']).toContain('sandbox');
  }
});

test.each([
  ['/replies/2019/none.html'],
  ['/unlisted.html'],
  ['/.git/config'],
  ['/link.html'],
  ['/links/a.html'],
  ['/gone.html/'],
  ['/replies/2019'],
  ['/replies/2019/'],
  ['/../outside.html'],
  ['/%2e%2e/outside.html'],
  ['/..%2foutside.html'],
  ['/index.html%00'],
  ['/%ff'],
  ['//index.html'],
  ['/replies//2019/a.txt'],
  ['http://elsewhere.example/index.html'],
])('%s is answered by the page for a missing address', async (path) => {
  expect(await ask(path)).toMatchObject({ status: 404, body: '没有这个页面' });
});

test('a listed file that is missing does not crash the server', async () => {
  expect((await ask('/gone.html')).status).toBe(503);
  expect((await ask('/')).status).toBe(200);
});

test.each(['PUT', 'POST', 'DELETE', 'OPTIONS', 'PATCH', 'PROPFIND'])('%s is refused', async (method) => {
  const { status, headers } = await ask('/index.html', { method });
  expect({ status, allow: headers.allow }).toEqual({ status: 405, allow: 'GET, HEAD' });
});

test('HEAD returns only the headers', async () => {
  const { status, headers, body } = await ask('/digits.txt', { method: 'HEAD' });
  expect({ status, body, length: headers['content-length'] }).toEqual({
    status: 200,
    body: '',
    length: '10',
  });
  expect(await ask('/none', { method: 'HEAD' })).toMatchObject({ status: 404, body: '' });
});

describe('a range', () => {
  test.each([
    ['bytes=2-4', 206, '234'],
    ['bytes=7-', 206, '789'],
    ['bytes=-3', 206, '789'],
    ['bytes=-99', 206, '0123456789'],
    ['bytes=0-99', 206, '0123456789'],
    ['bytes=9-1', 416, undefined],
    ['bytes=10-', 416, undefined],
    ['bytes=-0', 416, undefined],
    // A malformed range is ignored (RFC 9110, 14.2).
    ['bytes=a-b', 200, '0123456789'],
    ['bytes=', 200, '0123456789'],
    ['bytes=0-1,3-4', 200, '0123456789'],
    ['lines=1-2', 200, '0123456789'],
    ['bytes=99999999999999999999-', 416, undefined],
  ])('%s is answered with %i', async (range, status, body) => {
    const answer = await ask('/digits.txt', { headers: { Range: range } });
    expect(answer.status).toBe(status);
    if (body !== undefined) expect(answer.body).toBe(body);
    expect((await ask('/')).status).toBe(200);
  });
});

test('a new edition shows without a restart, and files no longer listed are gone', async () => {
  write('new.html', '新');
  expect((await ask('/new.html')).status).toBe(404);
  list([...Object.keys(listed).filter((path) => path !== 'feed.xml'), 'new.html']);
  expect(await ask('/new.html')).toMatchObject({ status: 200, body: '新' });
  expect((await ask('/feed.xml')).status).toBe(404);
});

test('an unchanged file is not sent again', async () => {
  const { headers } = await ask('/digits.txt');
  const again = await ask('/digits.txt', { headers: { 'If-None-Match': String(headers.etag) } });
  expect(again).toMatchObject({ status: 304, body: '' });
});

test('if a port is taken, the next free one is used', async () => {
  const taken = Number(new URL(address).port);
  const second = await serveEdition(folder, { port: taken, host: '127.0.0.1' });
  expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
  second.server.close();
});

test('a folder that cannot be served is reported in Chinese, with a remedy', async () => {
  const empty = mkdtempSync(join(tmpdir(), 'dafu-'));
  await expect(serveEdition(empty, { port: 0, host: '127.0.0.1' })).rejects.toThrow('请先运行 dafu build');
  rmSync(empty, { recursive: true });
  await expect(serveEdition(folder, { port: 0, host: '192.0.2.1' })).rejects.toThrow('请改正 --host');
});
