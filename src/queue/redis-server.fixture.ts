import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';

/** A server of a test's own, on the loopback interface. */
export interface RedisServer {
  port: number;
  address: string;
  /** Ends it as kill -9 does, and removes its folder. */
  stop: () => Promise<void>;
}

/** The path of a Redis or Valkey that is installed; undefined without one. */
export function findRedisServer(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin'];
  return folders
    .flatMap((folder) => ['redis-server', 'valkey-server'].map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}

/** Says that tests were skipped for want of a server; `npm test` counts them as skipped. */
export function redisServerOrSkip(): string | undefined {
  const found = findRedisServer();
  if (found === undefined)
    console.warn(
      '没有安装 redis-server，跳过任务队列的测试（Debian：apt-get install redis-server）。\n' +
        'No redis-server: skipped the tests of the queue.',
    );
  return found;
}

/** Starts a server that keeps nothing. @param settings More settings, as on its command line. */
export async function startRedis(program: string, ...settings: string[]): Promise<RedisServer> {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-redis-'));
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const words = [...own, '--save', '', '--appendonly', 'no', ...settings];
    const child = spawn(program, words, { stdio: 'ignore' });
    const ended = once(child, 'exit');
    if (await Promise.race([answers(port), ended.then(() => false)]))
      return {
        port,
        address: `redis://127.0.0.1:${port}`,
        async stop() {
          child.kill('SIGKILL');
          await ended;
          rmSync(folder, { recursive: true, force: true });
        },
      };
    // Somebody took the port in between.
    child.kill('SIGKILL');
    if (attempt === 3) throw new Error(`${program} does not start`);
  }
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Whether a server answers within ten seconds, if only that it wants a password. */
async function answers(port: number): Promise<boolean> {
  const redis = new Redis({ port, host: '127.0.0.1', retryStrategy: (times) => (times > 200 ? null : 50) });
  redis.on('error', () => undefined);
  try {
    await redis.ping().catch((error: unknown) => {
      if (!String(error).includes('NOAUTH')) throw error;
    });
    return true;
  } catch {
    return false;
  } finally {
    redis.disconnect();
  }
}
