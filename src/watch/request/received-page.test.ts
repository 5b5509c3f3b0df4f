import { afterEach, beforeEach, expect, test } from 'vitest';
import { startSourceServer, type SourceServer } from '../planted/source-server.fixture.ts';
import { paceRequests } from './pacing.ts';
import { pageReceiver, type PageOutcome } from './received-page.ts';

let server: SourceServer;

beforeEach(async () => {
  server = await startSourceServer();
});
afterEach(async () => {
  await server.close();
});

interface Settings {
  delay?: number;
  allowPrivate?: boolean;
  signal?: AbortSignal;
}

async function receive(path: string, settings: Settings = {}): Promise<PageOutcome> {
  return receiver(settings)(new URL(path, server.base));
}

function receiver({ delay = 0, allowPrivate = true, signal = new AbortController().signal }: Settings) {
  const options = {
    userAgent: 'dafu/test (+https://dangan.example/)',
    timeout: 30_000,
    allowPrivate,
    signal,
  };
  return pageReceiver({ options, turn: paceRequests(delay, signal), retryDelay: 0 });
}

test('a page is asked for by name, after robots.txt, which is asked for once', async () => {
  server.answers.set('/a', (_, response) => response.end('虚构'));
  const get = receiver({});
  const outcomes = [await get(new URL('/a', server.base)), await get(new URL('/a', server.base))];
  expect(outcomes).toMatchObject([{ kind: 'received' }, { kind: 'received' }]);
  expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a', '/a']);
  expect(new Set(server.asked.map(({ agent }) => agent))).toEqual(
    new Set(['dafu/test (+https://dangan.example/)']),
  );
});

test('neither cookies nor credentials are sent', async () => {
  const headers: object[] = [];
  server.answers.set('/a', (request, response) => {
    headers.push(request.headers);
    response.writeHead(302, { Location: '/b', 'Set-Cookie': 'a=1' }).end();
  });
  server.answers.set('/b', (request, response) => {
    headers.push(request.headers);
    response.end('虚构');
  });
  expect(await receive(`${server.base.replace('//', '//user:secret@')}/a`)).toMatchObject({
    kind: 'received',
    redirects: { address: `${server.base}/b`, permanent: false },
  });
  expect(headers).toHaveLength(2);
  for (const sent of headers) {
    expect(sent).not.toHaveProperty('authorization');
    expect(sent).not.toHaveProperty('cookie');
  }
});

test.each([
  'http://127.0.0.1:9/',
  'http://[::1]:9/',
  'http://localhost:9/',
  'http://2130706433:9/',
  'http://169.254.169.254/latest/',
])('%s is not asked: it is no public address', async (url) => {
  expect(await receive(url, { allowPrivate: false })).toMatchObject({
    kind: 'failed',
    failure: { reason: expect.stringContaining('内部网络') as string, passing: false },
  });
});

test('a redirect leads neither to a private address nor to anything but the web', async () => {
  server.answers.set('/file', (_, response) => {
    response.writeHead(302, { Location: 'file:///etc/passwd' }).end();
  });
  expect(await receive('/file')).toMatchObject({
    kind: 'failed',
    failure: { reason: '转向的不是网页地址' },
  });
});

test('a redirect to what robots.txt does not allow ends there', async () => {
  server.answers.set('/robots.txt', (_, response) => response.end('User-agent: *\nDisallow: /no'));
  server.answers.set('/a', (_, response) => {
    response.writeHead(301, { Location: '/no/b' }).end();
  });
  expect(await receive('/a')).toEqual({ kind: 'disallowed', address: `${server.base}/no/b` });
  expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/a']);
});

test('a site whose robots.txt fails is asked once more for that, and for nothing else', async () => {
  server.answers.set('/robots.txt', (_, response) => {
    response.writeHead(500).end();
  });
  expect(await receive('/a')).toMatchObject({ kind: 'failed', failure: { passing: true } });
  expect(server.asked.map(({ path }) => path)).toEqual(['/robots.txt', '/robots.txt']);
});

test('an address in UTF-8 without percent signs is followed', async () => {
  server.answers.set('/a', (_, response) => {
    response.writeHead(301, { Location: Buffer.from('/新址').toString('latin1') }).end();
  });
  server.answers.set(encodeURI('/新址'), (_, response) => response.end('虚构'));
  expect(await receive('/a')).toMatchObject({ kind: 'received', redirects: { permanent: true } });
});

test('ends as soon as it is interrupted', async () => {
  const controller = new AbortController();
  server.answers.set('/a', () => {
    controller.abort(new Error('interrupted'));
  });
  await expect(receive('/a', { signal: controller.signal })).rejects.toThrow('interrupted');
  const waiting = receive('/b', { signal: controller.signal, delay: 3_600_000 });
  await expect(waiting).rejects.toThrow('interrupted');
});
