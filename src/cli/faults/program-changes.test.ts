import { appendFileSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyProject, editionHash, type Project } from './project.fixture.ts';

const patience = 600_000;

let project: Project;
beforeAll(async () => {
  project = await copyProject();
});
afterAll(() => {
  project.remove();
});

async function build(folder: string): Promise<string> {
  const { status, stderr } = await project.dafu('build', '--out', folder);
  expect({ status, stderr }).toMatchObject({ status: 0 });
  return editionHash(join(project.root, folder));
}

/** Builds on the last edition, and from nothing. */
async function buildTwice(): Promise<{ built: string; anew: string }> {
  const built = await build('dist');
  const [cache, aside] = [join(project.root, '.cache'), join(project.root, '.cache-aside')];
  renameSync(cache, aside);
  rmSync(join(project.root, 'anew'), { recursive: true, force: true });
  const anew = await build('anew');
  rmSync(cache, { recursive: true });
  renameSync(aside, cache);
  return { built, anew };
}

function rewrite(path: string, change: (text: string) => string): void {
  const file = join(project.root, path);
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(file, after);
}

test(
  'after a change of a template, of the program and of a package the edition is that of a build from nothing',
  async () => {
    const first = await build('dist');
    rewrite('src/components/frame/SiteFooter.astro', (text) => text.replace('关于本站', '关于本站（改）'));
    const template = await buildTwice();
    expect(template.built).toBe(template.anew);
    expect(template.built).not.toBe(first);

    rewrite('src/data/wording/chinese-day.ts', (text) => text.replace('}日`', '}号`'));
    const program = await buildTwice();
    expect(program.built).toBe(program.anew);
    expect(program.built).not.toBe(template.built);

    // Another version of a package may make other files.
    appendFileSync(join(project.root, 'package-lock.json'), '\n');
    expect(await build('dist')).toBe(program.built);
  },
  patience,
);
