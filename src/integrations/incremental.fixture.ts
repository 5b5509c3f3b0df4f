import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { copySmallContent } from '../content-files/small-content.fixture.ts';
import type { InventedLetter } from '../corpus/letter.ts';
import { createRandom } from '../corpus/random.ts';
import { inventLetters, letterFile } from '../corpus/corpus.ts';
import { filesBelow } from '../storage/files-below.fixture.ts';
import { changeSomething, type ContentChange } from './content-changes.fixture.ts';
import { compileOnce } from './compiled-once.fixture.ts';
import { buildEdition } from '../build/build.ts';
import { ContentError } from '../build/content-error.ts';

const root = join(import.meta.dirname, '../..');

/** A content folder that is changed at random, and built after each change. */
export interface ChangingArchive {
  change(): ContentChange;
  /** Builds on what is there. @returns The edition's files by path. */
  build(): Promise<Map<string, string>>;
  /** Builds anew, from nothing but the content. */
  buildAnew(): Promise<Map<string, string>>;
  remove(): void;
}

/** Invents an archive. @param count Its letters at the beginning. */
export function inventArchive(count: number, seed: number): ChangingArchive {
  const folder = mkdtempSync(join(tmpdir(), 'dafu-incremental-'));
  const cache = join(root, '.cache', 'tests', String(process.pid));
  const content = join(folder, 'content');
  copySmallContent(content);
  const letters: Iterator<InventedLetter, unknown> = inventLetters(10_000);
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), text);
  };
  const add = () => {
    const next = letters.next();
    if (next.done === true) throw new Error('no letter is left');
    const { value } = next;
    put(`replies/${value.year}/${value.id}.md`, letterFile(value));
  };
  for (let at = 0; at < count; at += 1) add();
  const random = createRandom(seed);
  const made = new Set<number>();
  const build = async (out: string, caches: string) => {
    await buildEdition({ content, out, base: '/', cache: caches }, compileOnce).catch((error: unknown) => {
      throw error instanceof ContentError
        ? new Error(error.findings.map(({ path, text }) => `${path} ${text}`).join('\n'))
        : error;
    });
    return filesBelow(out);
  };
  return {
    change: () => changeSomething(content, random, add, made),
    build: () => build(join(folder, 'dist'), cache),
    async buildAnew() {
      for (const name of ['letters', 'editions', 'records', 'search'])
        rmSync(join(cache, 'anew', name), { recursive: true, force: true });
      const out = join(folder, 'anew');
      rmSync(out, { recursive: true, force: true });
      return build(out, join(cache, 'anew'));
    },
    remove: () => {
      for (const left of [folder, cache]) rmSync(left, { recursive: true, force: true });
    },
  };
}
