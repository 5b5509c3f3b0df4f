import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { devNull } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, type Project } from './project.fixture.ts';

const patience = 3_600_000;

let here: Project;
let there: Project;
beforeAll(async () => {
  [here, there] = [await copyProject(), await copyProject()];
  const origin = join(here.around, 'origin');
  cpSync(here.content, origin, { recursive: true });
  const git = (...args: string[]) => {
    const who = { GIT_AUTHOR_NAME: '虚构', GIT_AUTHOR_EMAIL: 'a@b.c', GIT_CONFIG_GLOBAL: devNull };
    const when = { GIT_AUTHOR_DATE: '2026-03-04T17:30:00Z', GIT_COMMITTER_DATE: '2026-03-04T17:30:00Z' };
    const committer = { GIT_COMMITTER_NAME: '虚构', GIT_COMMITTER_EMAIL: 'a@b.c' };
    execFileSync('git', args, { cwd: origin, env: { ...process.env, ...who, ...when, ...committer } });
  };
  git('init', '--quiet');
  git('add', '.');
  git('commit', '--quiet', '--message', '收入虚构的答复');
  for (const { content } of [here, there]) {
    rmSync(content, { recursive: true });
    git('clone', '--quiet', origin, content);
  }
  // As if it had been cloned years ago.
  for (const name of readdirSync(there.content, { recursive: true }).map(String))
    if (!name.startsWith('.git')) utimesSync(join(there.content, name), 1e9, 1e9);
}, patience);
afterAll(() => {
  for (const project of [here, there]) project.remove();
});

/** Builds and packs in an environment. @returns The zip and its name. */
async function pack(project: Project, env: readonly string[]): Promise<{ name: string; bytes: Buffer }> {
  const before = ['env', ...env];
  rmSync(join(project.root, 'archives'), { recursive: true, force: true });
  const { status, stderr } = await project.dafuBehind(before, 'archive');
  expect({ status, stderr }).toMatchObject({ status: 0 });
  const name = readdirSync(join(project.root, 'archives')).find((one) => one.endsWith('.zip')) ?? '';
  return { name: basename(name), bytes: readFileSync(join(project.root, 'archives', name)) };
}

const environments = [
  ['TZ=Pacific/Kiritimati', 'LC_ALL=tr_TR.UTF-8', 'LANG=tr_TR.UTF-8', 'UV_THREADPOOL_SIZE=1'],
  ['TZ=America/St_Johns', 'LC_ALL=C', 'LANG=C'],
] as const;

test.each([
  ['', [], '2026-03-05'],
  [', with SOURCE_DATE_EPOCH', ['SOURCE_DATE_EPOCH=1800000000'], '2027-01-15'],
])(
  'two clones at other paths, times, time zones and locales build the same zip%s',
  async (_, more, day) => {
    const [one, other] = [
      await pack(here, [...environments[0], ...more]),
      await pack(there, [...environments[1], ...more]),
    ];
    expect(one.name).toBe(other.name);
    expect(one.name).toContain(day);
    expect(one.bytes.equals(other.bytes)).toBe(true);
  },
  patience,
);
