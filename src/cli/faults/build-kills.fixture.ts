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
 * @param count How many to kill before they end.
 */
export async function killBuilds(project: Project, out: string, count: number): Promise<void> {
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
  for (const moment of moments(count))
    // One that ended before, on a machine that has become faster, is started again and killed earlier.
    for (let share = moment; ; share *= 0.7) {
      const build = project.start('build', '--out', out);
      await Promise.race([pause(share * life), build.ended]);
      build.kill();
      const { signal } = await build.ended;
      await restoreFolder(out);
      expect([old, renewed]).toContain(editionHash(out));
      if (signal === 'SIGKILL') break;
    }
  await expectBuilt(project, out);
  expect(editionHash(out)).toBe(renewed);
  expect(
    readdirSync(dirname(out)).filter((name) => name.startsWith('.') || name.includes('partial')),
  ).toEqual([]);
  expect(leftovers(join(project.root, '.cache'), project.content)).toEqual([]);
}

async function expectBuilt(project: Project, out: string): Promise<void> {
  const { status, stderr } = await project.dafu('build', '--out', out);
  if (status !== 0) throw new Error(stderr);
}
