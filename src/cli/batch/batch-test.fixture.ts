import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, vi } from 'vitest';
import { cacheFolder } from '../../program/program-folder.ts';
import { convertFiles, type ConvertCommandOptions } from '../convert-files.ts';

const fixtures = join(import.meta.dirname, '../../convert/fixtures');

const site = join(import.meta.dirname, '../../../content/site.yml');

/** A letter of which everything is known. */
export const wholeLetter = readFileSync(join(fixtures, 'clean-letter/input.txt'), 'utf8');

/** One without title, agency and date. */
export const bareLetter =
  '何知远委员：\n您提出的《关于疏浚青石河的提案》收悉，现答复如下：\n已列入计划。（虚构）\n';

// As the program itself does: to compile takes longer than to convert a letter.
process.env.NODE_COMPILE_CACHE ??= join(cacheFolder, 'compiled');

/** Gives each test a folder and takes down what is printed. */
export function useBatch() {
  const state = { folder: '', out: '', err: '' };
  beforeEach(() => {
    state.folder = mkdtempSync(join(tmpdir(), 'dafu-batch-'));
    for (const [name, stream] of [
      ['out', process.stdout],
      ['err', process.stderr],
    ] as const)
      vi.spyOn(stream, 'write').mockImplementation((text) => ((state[name] += String(text)), true));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    process.exitCode = 0;
    rmSync(state.folder, { recursive: true, force: true });
  });
  return {
    state,
    /** Writes a received file; gives its path. */
    put(name: string, text: string): string {
      const path = join(state.folder, name);
      writeFileSync(path, text);
      return path;
    },
    content: (name = 'content') => join(state.folder, name),
    /** Converts into a content folder; gives the exit code and what was printed. */
    async convert(
      files: readonly string[],
      options: Omit<ConvertCommandOptions, 'content'> = {},
      name = 'content',
    ): Promise<{ code: number | string; out: string; err: string }> {
      const content = join(state.folder, name);
      mkdirSync(content, { recursive: true });
      copyFileSync(site, join(content, 'site.yml'));
      state.out = state.err = '';
      process.exitCode = 0;
      await convertFiles(files, { content, cache: join(state.folder, 'cache'), ...options });
      return { code: process.exitCode, out: state.out, err: state.err };
    },
  };
}
