import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { restoreFolder } from '../../integrations/output-folder.ts';
import { moments } from './moments.fixture.ts';
import { editionHash, leftovers, type Project } from './project.fixture.ts';

/**
 * Kills builds of changed content, each at another moment of its life. After each the old edition is there,
 * or moved aside where the next run finds it; the build after the last makes what one without a cache makes.
 *
 * @param out An edition of the content as it is.
 * @returns How many builds were killed before they ended.
 */
export async function killBuilds(project: Project, out: string, count: number): Promise<number> {
  const old = editionHash(out);
  const [name = ''] = readdirSync(join(project.content, 'replies'), { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.md'));
  const path = join(project.content, 'replies', name);
  writeFileSync(
    path,
    readFileSync(path, 'utf8').replace(
      /^title:/mu,
      'corrections:\n  - on: 2024-05-06\n    note: 虚构的更正\ntitle:',
    ),
  );
  const started = performance.now();
  rmSync(join(project.root, '.cache'), { recursive: true });
  await expectBuilt(project, join(project.around, 'fresh'));
  const life = performance.now() - started;
  const renewed = editionHash(join(project.around, 'fresh'));
  let killed = 0;
  for (const moment of moments(count)) {
    const build = project.start('build', '--out', out);
    await Promise.race([pause(moment * life), build.ended]);
    build.kill();
    if ((await build.ended).signal === 'SIGKILL') killed += 1;
    await restoreFolder(out);
    expect([old, renewed]).toContain(editionHash(out));
  }
  await expectBuilt(project, out);
  expect(editionHash(out)).toBe(renewed);
  expect(
    readdirSync(dirname(out)).filter((name) => name.startsWith('.') || name.includes('partial')),
  ).toEqual([]);
  expect(leftovers(join(project.root, '.cache'), project.content)).toEqual([]);
  return killed;
}

async function expectBuilt(project: Project, out: string): Promise<void> {
  const { status, stderr } = await project.dafu('build', '--out', out);
  if (status !== 0) throw new Error(stderr);
}
