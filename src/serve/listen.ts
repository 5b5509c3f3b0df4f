import type { Server } from 'node:http';

/** How many ports are tried after the requested one. */
const tries = 20;

const reasons: Record<string, string> = {
  EADDRINUSE: '端口都已被占用。请用 --port 另选一个',
  EACCES: '没有使用这个端口的权限。请用 --port 另选一个大于 1023 的端口',
  EADDRNOTAVAIL: '本机没有这个地址。请改正 --host',
  ENOTFOUND: '本机没有这个地址。请改正 --host',
};

/**
 * Listens on the first free port from `port` on.
 *
 * @returns The port.
 * @throws Error in Chinese, with a remedy, when no port is available.
 */
export async function listen(server: Server, port: number, host: string): Promise<number> {
  for (let candidate = port; ; candidate += 1) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(candidate, host, () => {
          server.off('error', fail);
          done();
        });
      });
      const bound = server.address();
      return typeof bound === 'object' && bound !== null ? bound.port : candidate;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (code === 'EADDRINUSE' && candidate < Math.min(port + tries, 65535)) continue;
      const reason = reasons[code] ?? `系统报告 ${code === '' ? String(error) : code}`;
      throw new Error(`不能在 ${host} 的端口 ${port} 上提供网站：${reason}。`, { cause: error });
    }
  }
}
