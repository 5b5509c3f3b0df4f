import { mkdir, readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { keepSealed, openSealed } from '../../storage/sealed-folder.ts';
import { removeAbandoned, temporaryName } from '../../storage/temporary-name.ts';

/**
 * Compiles the templates into a folder: `app/server/entry.mjs` renders pages (`PageApp`), `app/client/` has the
 * files that they link to.
 *
 * @param root Absolute path of the project's root, from whose packages the templates import.
 * @param out Absolute path of the folder to fill, below the root.
 */
export type CompilePages = (root: string, out: string) => Promise<void>;

/** The compiled templates, in a folder of this build's own. */
export interface CompiledPages {
  /** Absolute path of the module that renders pages. */
  entry: string;
  /** Absolute path of the folder with the files that pages link to. */
  client: string;
  damaged: boolean;
  close(): Promise<void>;
}

/**
 * Opens the templates that this version of the program has compiled before, or compiles them. The build works on
 * a copy whose hashes were compared.
 *
 * @param cache The folder of all caches, below the root.
 * @param program Digest of the program.
 */
export async function openCompiledPages(
  { root, cache, program }: { root: string; cache: string; program: string },
  compile: CompilePages,
): Promise<CompiledPages> {
  const kept = join(cache, 'templates', program);
  await mkdir(dirname(kept), { recursive: true });
  await removeOthers(dirname(kept), program);
  const folder = temporaryName(join(dirname(kept), 'used'));
  const found = await openSealed(kept, folder);
  if (found !== 'opened') {
    const made = temporaryName(join(dirname(kept), 'made'));
    try {
      await compile(root, made);
      await keepSealed(made, kept);
    } finally {
      await rm(made, { recursive: true, force: true });
    }
    if ((await openSealed(kept, folder)) !== 'opened')
      throw new Error('编译好的网页模板读不回来。请再构建一次。');
  }
  return {
    entry: join(folder, 'app/server/entry.mjs'),
    client: join(folder, 'app/client'),
    damaged: found === 'damaged',
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Removes what other versions of the program compiled and what killed builds left. */
async function removeOthers(folder: string, program: string): Promise<void> {
  await removeAbandoned(folder);
  for (const name of await readdir(folder))
    if (!name.startsWith(program) && !/^(?:used|made)\./.test(name))
      await rm(join(folder, name), { recursive: true, force: true });
}
