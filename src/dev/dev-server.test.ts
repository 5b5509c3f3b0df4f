import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { formatManifest, manifestName } from '../archive/manifest.ts';
import { listen } from '../serve/listen.ts';
import { createDevServer } from './dev-server.ts';

let edition: string;
let server: Server;
let port: number;
beforeEach(async () => {
  edition = mkdtempSync(join(tmpdir(), 'dafu-dev-'));
  const files = { 'index.html': '<body>首页</body>', 'a.txt': '文字', '404.html': '<body>没有</body>' };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(edition, name), text);
  const hashes = new Map(Object.keys(files).map((name) => [name, '0'.repeat(64)]));
  writeFileSync(join(edition, `${manifestName}.txt`), formatManifest(hashes));
  ({ server } = createDevServer(edition, (path) =>
    Promise.resolve(
      path === 'replies/2020/a.html' ? { html: '<body>草稿</body>', mark: '是"草稿"' } : undefined,
    ),
  ));
  port = await listen(server, 0, '127.0.0.1');
});
afterEach(() => {
  server.close();
  rmSync(edition, { recursive: true, force: true });
});

function ask(path: string, host = `127.0.0.1:${port}`): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body });
      });
    })
      .on('error', reject)
      .end();
  });
}

test('pages have the script that loads them again, other files are as they are', async () => {
  expect((await ask('/')).body).toMatch(
    /^<body>首页<script src="\/_dev\/page\.js" data-page="\w+" data-mark=""><\/script><\/body>$/,
  );
  expect(await ask('/a.txt')).toEqual({ status: 200, body: '文字' });
  const missing = await ask('/none.html');
  expect(missing.status).toBe(404);
  expect(missing.body).toContain('_dev/page.js');
  expect((await ask('/_dev/page.js')).body).toContain('EventSource');
});

test('a page of its own takes the place of the edition’s, and says what it is', async () => {
  const { body } = await ask('/replies/2020/a.html');
  expect(body).toMatch(/^<body>草稿<script [^>]* data-mark="是&#34;草稿&#34;"><\/script><\/body>$/);
});

test.each(['dafu.example', '127.0.0.1.example', 'localhost.example:80'])(
  'a request for the host “%s” is refused',
  async (host) => {
    expect((await ask('/', host)).status).toBe(403);
  },
);

test.each(['localhost', 'LOCALHOST:4321', '[::1]:4321'])('the host %s is this machine', async (host) => {
  expect((await ask('/', host)).status).toBe(200);
});
