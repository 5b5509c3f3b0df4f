import { expect, test } from 'vitest';
import { getPrograms, type ProgramMachine } from './test-programs.ts';

const queue = { chinese: '任务队列', english: 'the queue' };

/** A machine that lacks two programs until they are installed, and what was run and said on it. */
function machine({
  isRoot = true,
  hasApt = true,
  lacks = ['redis-server', 'par2'],
  available = ['redis-server', 'par2'],
} = {}) {
  const ran: string[] = [];
  const said: string[] = [];
  const installed = new Set<string>();
  const programs: ProgramMachine = {
    isRoot,
    hasApt,
    missing: () =>
      lacks.filter((name) => !installed.has(name)).map((name) => ({ package: name, tests: queue })),
    run: (command) => {
      ran.push(command.join(' '));
      const names = command.slice(command.indexOf('--no-install-recommends') + 1);
      if (!command.includes('install')) return true;
      if (!names.every((name) => available.includes(name))) return false;
      for (const name of names) installed.add(name);
      return true;
    },
    say: (text) => said.push(text),
  };
  return { programs, ran, said };
}

test('programs that are there are used', () => {
  const { programs, ran, said } = machine({ lacks: [] });
  expect(getPrograms(programs)).toEqual([]);
  expect([...ran, ...said]).toEqual([]);
});

test('as root the missing ones are installed, saying what is run', () => {
  const { programs, ran, said } = machine();
  expect(getPrograms(programs)).toEqual([]);
  expect(ran.at(-1)).toBe('apt-get install -q -y --no-install-recommends redis-server par2');
  expect(said).toEqual(ran.map((command) => `正在运行 · running: ${command}`));
});

test('one that the system does not have keeps no other away', () => {
  const { programs, said } = machine({ available: ['redis-server'] });
  expect(getPrograms(programs)).toEqual(['par2']);
  expect(said.at(-1)).toMatch(/没有 par2，将跳过任务队列的一部分测试/u);
});

test.each([
  ['without privileges', { isRoot: false }],
  ['without Debian packages', { hasApt: false }],
])('%s nothing is run, and the tests are said to be skipped', (_, given) => {
  const { programs, ran, said } = machine(given);
  expect(getPrograms(programs)).toEqual(['redis-server', 'par2']);
  expect(ran).toEqual([]);
  expect(said.join()).toMatch(/跳过任务队列的一部分测试/u);
  expect(said.join()).not.toContain('running');
});
