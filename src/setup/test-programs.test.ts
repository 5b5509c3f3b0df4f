import { expect, test } from 'vitest';
import { getRedis, type ServerMachine } from './redis-installation.ts';

/** A machine where a server is there after `installs` has run, and what was run and said on it. */
function machine(isRoot: boolean, hasApt: boolean, present: boolean, installs = 'install') {
  const ran: string[] = [];
  const said: string[] = [];
  const server: ServerMachine = {
    isRoot,
    hasApt,
    hasServer: () => present || ran.some((command) => command.includes(installs)),
    run: (command) => ran.push(command.join(' ')) > 0,
    say: (text) => said.push(text),
  };
  return { server, ran, said };
}

test('a server that is there is used', () => {
  const { server, ran, said } = machine(true, true, true);
  expect(getRedis(server)).toBe(true);
  expect([...ran, ...said]).toEqual([]);
});

test('as root it is installed, saying what is run', () => {
  const { server, ran, said } = machine(true, true, false);
  expect(getRedis(server)).toBe(true);
  expect(ran.at(-1)).toBe('apt-get install -q -y --no-install-recommends redis-server');
  expect(said).toEqual(ran.map((command) => `正在运行 · running: ${command}`));
});

test.each([
  ['without privileges', false, true],
  ['without Debian packages', true, false],
])('%s nothing is run, and the tests are said to be skipped', (_, isRoot, hasApt) => {
  const { server, ran, said } = machine(isRoot, hasApt, false);
  expect(getRedis(server)).toBe(false);
  expect(ran).toEqual([]);
  expect(said.join()).toMatch(/跳过任务队列的测试/);
  expect(said.join()).not.toContain('running');
});

test('a failed installation only skips the tests', () => {
  const { server, said } = machine(true, true, false, 'nothing');
  expect(getRedis(server)).toBe(false);
  expect(said.at(-1)).toContain('跳过');
});
