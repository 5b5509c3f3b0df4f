import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { manifestFiles } from './edition-manifest.ts';

/** The file that states what an output folder was built from. It also marks the folder as written by a build. */
export const buildInfoName = 'dafu-build.json';

const run = promisify(execFile);

interface BuildFacts {
  /** Absolute path of the project's root. */
  root: string;
  /** Absolute path of the content folder. */
  content: string;
  /** The letters' dates of issue, `yyyy-mm-dd`; undefined for a letter without one. */
  issued: readonly (string | undefined)[];
}

/**
 * Writes `dafu-build.json` into an output folder in which only the manifest is missing. Every build of the
 * same commit writes the same file.
 */
export async function writeBuildInfo(
  out: string,
  { root, content, issued }: BuildFacts,
): Promise<{ commit: string | null }> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const { astro, pagefind } = manifest.dependencies;
  const dates = issued.filter((date) => date !== undefined).sort();
  const record = {
    dafu: manifest.version,
    astro,
    pagefind,
    commit: await findCommit(content),
    letters: issued.length,
    firstIssuedOn: dates.at(0) ?? null,
    lastIssuedOn: dates.at(-1) ?? null,
    entries: [...(await readdir(out)), buildInfoName, ...manifestFiles].sort(),
  };
  await writeFile(join(out, buildInfoName), `${JSON.stringify(record, null, 2)}\n`);
  return { commit: record.commit };
}

/** The names at the top of an output folder that its build wrote; empty when no build wrote it. */
export async function readBuiltEntries(out: string): Promise<string[]> {
  try {
    const record = JSON.parse(await readFile(join(out, buildInfoName), 'utf8')) as { entries?: unknown };
    return Array.isArray(record.entries) ? record.entries.map(String) : [];
  } catch {
    return [];
  }
}

/** The commit of the content; null when the content is not in a git repository or has uncommitted changes. */
async function findCommit(content: string): Promise<string | null> {
  const git = (...args: string[]) => run('git', ['-C', content, ...args]).then(({ stdout }) => stdout.trim());
  try {
    const changed = await git('status', '--porcelain', '--ignored', '--', '.');
    return changed === '' ? await git('rev-parse', 'HEAD') : null;
  } catch {
    return null;
  }
}
