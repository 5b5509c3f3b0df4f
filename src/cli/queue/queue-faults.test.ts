import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { connectQueue } from '../../queue/connection.ts';
import { parseQueueAddress } from '../../queue/queue-address.ts';
import { freePort, startRedis } from '../../queue/redis-server.fixture.ts';
import { startWorker } from '../../queue/worker.ts';
import { letter, serverProgram, useQueue } from './queue-test.fixture.ts';

const main = join(import.meta.dirname, '../main.ts');
const t = useQueue();

describe.skipIf(serverProgram === undefined)('a queue that cannot be used', () => {
  test('is reported once, without its password', async () => {
    const wrong = t.state.address.replace('word', 'secret');
    await expect(t.convert([letter], { queue: wrong })).rejects.toThrow(/密码不对/);
    await expect(t.convert([letter], { queue: wrong })).rejects.not.toThrow(/secret/);
    await expect(t.convert([letter], { queue: t.state.bareAddress })).rejects.toThrow(/REDISCLI_AUTH/);
    vi.stubEnv('REDISCLI_AUTH', t.state.password);
    await t.work();
    expect(await t.convert([letter], { queue: t.state.bareAddress })).toBe(0);
    vi.unstubAllEnvs();
  });

  test('is left when it is lost, by a worker too', async () => {
    const other = await startRedis(serverProgram ?? '');
    const lost = await connectQueue(parseQueueAddress(other.address), 0);
    const worker = await startWorker(lost, 1, () => undefined);
    await other.stop();
    await expect(lost.lost).rejects.toThrow(/没有程序在这个地址应答|连接中断/);
    await worker.abandon();
    await lost.close();
  });

  test.skipIf(spawnSync('openssl', ['version']).status !== 0)(
    'may be encrypted, by a certificate that is trusted',
    async () => {
      const [key, certificate] = [join(t.state.folder, 'key.pem'), join(t.state.folder, 'certificate.pem')];
      const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
      const form = ['-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', ...subject];
      spawnSync('openssl', ['req', ...form, '-keyout', key, '-out', certificate]);
      const port = await freePort();
      const settings = ['--tls-port', String(port), '--tls-cert-file', certificate, '--tls-key-file', key];
      const other = await startRedis(serverProgram ?? '', ...settings, '--tls-auth-clients', 'no');
      t.ends.push(() => other.stop());
      const encrypted = `rediss://127.0.0.1:${port}`;
      await expect(t.convert([letter], { queue: encrypted })).rejects.toThrow(/证书不受信任/);
      const env = { ...process.env, NODE_EXTRA_CA_CERTS: certificate };
      const worker = spawn(process.execPath, [main, 'worker', encrypted], { env });
      const [printed] = (await once(worker.stdout, 'data')) as [Buffer];
      expect(printed.toString()).toContain(`已连上 ${encrypted}`);
      worker.kill('SIGTERM');
      expect(await once(worker, 'exit')).toEqual([0, null]);
    },
  );
});
