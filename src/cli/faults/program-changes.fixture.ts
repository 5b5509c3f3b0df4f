import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { editionHash, type Project } from './project.fixture.ts';

/** A copy of the program whose code is changed between builds. */
export interface ChangingProgram {
  change(what: 'template' | 'code'): void;
  /** Builds on the last edition. @returns The hash of the edition. */
  build(): Promise<string>;
  /** Builds from nothing. */
  buildAnew(): Promise<string>;
}

const changes = {
  template: ['src/components/frame/SiteFooter.astro', '关于本站', '关于本站（改）'],
  code: ['src/data/wording/chinese-day.ts', '}日`', '}号`'],
} as const;

export function changingProgram(project: Project): ChangingProgram {
  const build = async (folder: string) => {
    const { status, stderr } = await project.dafu('build', '--out', folder);
    expect({ status, stderr }).toMatchObject({ status: 0 });
    return editionHash(join(project.root, folder));
  };
  return {
    change(what) {
      const [path, from, to] = changes[what];
      const file = join(project.root, path);
      const before = readFileSync(file, 'utf8');
      const after = before.replace(from, to);
      expect(after).not.toBe(before);
      writeFileSync(file, after);
    },
    build: () => build('dist'),
    async buildAnew() {
      const [cache, aside] = [join(project.root, '.cache'), join(project.root, '.cache-aside')];
      renameSync(cache, aside);
      rmSync(join(project.root, 'anew'), { recursive: true, force: true });
      const anew = await build('anew');
      rmSync(cache, { recursive: true });
      renameSync(aside, cache);
      return anew;
    },
  };
}
