// Makes sure that the tests have the system's programs that they need or compare with, where that takes no more than
// packages of the system.
import { findProgram } from '../offline/programs.fixture.ts';
import { findRedisServer } from '../queue/redis-server.fixture.ts';
import type { Machine } from './browser-installation.ts';

/** A program that some tests are skipped without. */
interface TestProgram {
  /** Its package in Debian. */
  package: string;
  /** What is tested with it. */
  tests: { chinese: string; english: string };
  isThere: () => boolean;
}

const queue = { chinese: '任务队列', english: 'the queue' };
const hosting = { chinese: 'nginx 设置', english: 'the settings for nginx' };
const copies = { chinese: '离线副本', english: 'offline copies' };

const programs: readonly TestProgram[] = [
  { package: 'redis-server', tests: queue, isThere: () => findRedisServer() !== undefined },
  {
    package: 'nginx-light',
    tests: hosting,
    isThere: () => findProgram('nginx', '../sbin/nginx') !== undefined,
  },
  ...[
    ['unzip', 'unzip'],
    ['7zip', '7zz', '7z'],
    ['libarchive-tools', 'bsdtar'],
    ['python3', 'python3'],
    ['minisign', 'minisign'],
    ['par2', 'par2'],
    ['openssl', 'openssl'],
  ].map(([name = '', ...commands]) => ({
    ...{ package: name, tests: copies },
    isThere: () => findProgram(...commands) !== undefined,
  })),
];

/** What the installation of programs requires of the machine. */
export type ProgramMachine = Pick<Machine, 'isRoot' | 'hasApt' | 'run' | 'say'> & {
  /** The programs that are not there. */
  missing: () => readonly Pick<TestProgram, 'package' | 'tests'>[];
};

/**
 * Installs the programs that are missing, as root and where there are Debian packages, never with privileges that this
 * user does not have. Tests whose program cannot be had are skipped.
 *
 * @returns The packages that are missing afterwards.
 */
export function getPrograms(machine: ProgramMachine): string[] {
  const run = (words: string) => {
    const command = ['apt-get', ...words.split(' ')];
    machine.say(`正在运行 · running: ${command.join(' ')}`);
    return machine.run(command);
  };
  if (machine.missing().length > 0 && machine.isRoot && machine.hasApt) {
    run('update -q');
    const install = 'install -q -y --no-install-recommends';
    const all = machine.missing().map(({ package: name }) => name);
    // One that this system does not have must not keep the others away.
    if (!run(`${install} ${all.join(' ')}`)) for (const name of all) run(`${install} ${name}`);
  }
  const missing = machine.missing();
  const names = missing.map(({ package: name }) => name);
  if (missing.length > 0) {
    const [chinese, english] = (['chinese', 'english'] as const).map((language) => [
      ...new Set(missing.map(({ tests }) => tests[language])),
    ]) as [string[], string[]];
    machine.say(
      `没有 ${names.join('、')}，将跳过${chinese.join('和')}的一部分测试。要运行它们，请安装（Debian：sudo apt-get install ${names.join(' ')}）。\n` +
        `No ${names.join(', ')}: some tests of ${english.join(' and ')} will be skipped; install it as above to run them.`,
    );
  }
  return names;
}

/** @param machine This machine, as it is for a browser. */
export function withPrograms(machine: Machine): ProgramMachine {
  return { ...machine, missing: () => programs.filter(({ isThere }) => !isThere()) };
}
