// Makes sure that the tests of the queue have a server, where that takes no more than a package of the system.
import { findRedisServer } from '../queue/redis-server.fixture.ts';
import type { Machine } from './browser-installation.ts';

/** What the installation of a server requires of the machine. */
export type ServerMachine = Pick<Machine, 'isRoot' | 'hasApt' | 'run' | 'say'> & { hasServer: () => boolean };

/**
 * Installs Redis for the tests if there is neither it nor Valkey, as root and where there are Debian packages, never
 * with privileges that this user does not have. Without it the tests of the queue are skipped.
 *
 * @returns Whether there is a server afterwards.
 */
export function getRedis(machine: ServerMachine): boolean {
  if (machine.hasServer()) return true;
  if (machine.isRoot && machine.hasApt)
    for (const words of ['update -q', 'install -q -y --no-install-recommends redis-server']) {
      const command = ['apt-get', ...words.split(' ')];
      machine.say(`正在运行 · running: ${command.join(' ')}`);
      machine.run(command);
    }
  if (machine.hasServer()) return true;
  machine.say(
    '没有 redis-server，将跳过任务队列的测试。要运行它们，请安装（Debian：sudo apt-get install redis-server）。\n' +
      'No redis-server: the tests of the queue will be skipped; install it as above to run them.',
  );
  return false;
}

/** @param machine This machine, as it is for a browser. */
export function withServer(machine: Machine): ServerMachine {
  return { ...machine, hasServer: () => findRedisServer() !== undefined };
}
