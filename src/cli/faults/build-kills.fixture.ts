import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'vitest';
import { restoreFolder } from '../../storage/replaced-folder.ts';
import { moments } from './moments.fixture.ts';
import { editionHash, leftovers, type Project } from './project.fixture.ts';

/** Adds a correction to the letter, which changes every page that shows it. */
function correctLetter(project: Project): void {
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
}

/**
 * Corrects the letter and kills builds, each at another moment of its life. After each the edition before is there, or moved aside
 * where the next run finds it; the build after the last ends well and leaves nothing beside its edition.
 *
 * @param out An edition of the content.
 * @param count How many to kill before they end.
 * @returns The hash of the new edition.
 */
export async function killBuilds(project: Project, out: string, count: number): Promise<string> {
  const before = editionHash(out);
  // A build that has compiled templates at hand, as those to be killed.
  const started = performance.now();
  await buildWell(project, out);
  const life = (performance.now() - started) * 1.3;
  correctLetter(project);
  const seen = new Set<string>();
  for (const moment of moments(count))
    // One that ended before, on a machine that has become faster, is started again and killed earlier.
    for (let share = moment; ; share *= 0.7) {
      const build = project.start('build', '--out', out);
      await Promise.race([pause(share * life), build.ended]);
      build.kill();
      const { signal } = await build.ended;
      await restoreFolder(out);
      seen.add(editionHash(out));
      if (signal === 'SIGKILL') break;
    }
  await buildWell(project, out);
  const renewed = editionHash(out);
  expect(renewed).not.toBe(before);
  // A build that is killed in its last moments may have put the new edition in place.
  for (const hash of seen) expect([before, renewed]).toContain(hash);
  expect(
    readdirSync(dirname(out)).filter((name) => name.startsWith('.') || name.includes('partial')),
  ).toEqual([]);
  expect(leftovers(join(project.root, '.cache'), project.content)).toEqual([]);
  return renewed;
}

async function buildWell(project: Project, out: string): Promise<void> {
  const { status, stderr } = await project.dafu('build', '--out', out);
  if (status !== 0) throw new Error(stderr);
}
