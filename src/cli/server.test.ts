import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEdition } from './server.ts';

let folder: string;
let address: string;
let server: Server;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dafu-serve-'));
  mkdirSync(join(folder, 'originals'));
  writeFileSync(join(folder, 'index.html'), '首页');
  writeFileSync(join(folder, '404.html'), '没有这个页面');
  writeFileSync(join(folder, 'originals/a.txt'), Buffer.from([0xb4, 0xf0]));
  ({ address, server } = await serveEdition(folder, { port: 0, host: '127.0.0.1' }));
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a page is sent as UTF-8', async () => {
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/html; ?charset=utf-8$/);
  expect(await response.text()).toBe('首页');
});

test('a missing address gets the page for it, with status 404', async () => {
  const response = await fetch(`${address}replies/2019/none.html`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe('没有这个页面');
});

test('a received file keeps its own encoding', async () => {
  const response = await fetch(`${address}originals/a.txt`);
  expect(response.headers.get('content-type')).toBe('text/plain');
});

test('a taken port gives the next free one', async () => {
  const taken = Number(new URL(address).port);
  const second = await serveEdition(folder, { port: taken, host: '127.0.0.1' });
  expect(Number(new URL(second.address).port)).toBeGreaterThan(taken);
  second.server.close();
});
