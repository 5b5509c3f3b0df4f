import { execFile } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { manifestFiles } from './edition-manifest.ts';

/** The file that tells what an output folder was built from; it also marks the folder as ours. */
export const buildInfoName = 'dafu-build.json';

const run = promisify(execFile);

interface BuildFacts {
  /** Absolute path of the project's root. */
  root: string;
  /** Absolute path of the content folder. */
  content: string;
  /** The letters' days of issue, `yyyy-mm-dd`; undefined where a letter has none. */
  issued: readonly (string | undefined)[];
}

/**
 * Writes `dafu-build.json` into an output folder that lacks only its manifest: the same for every build of
 * one commit.
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
    commit: await commitOf(content),
    letters: issued.length,
    firstIssuedOn: dates.at(0) ?? null,
    lastIssuedOn: dates.at(-1) ?? null,
    entries: [...(await readdir(out)), buildInfoName, ...manifestFiles].sort(),
  };
  await writeFile(join(out, buildInfoName), `${JSON.stringify(record, null, 2)}\n`);
  return { commit: record.commit };
}

/** Names at the top of an output folder that its build wrote; none when no build did. */
export async function readBuiltEntries(out: string): Promise<string[]> {
  try {
    const record = JSON.parse(await readFile(join(out, buildInfoName), 'utf8')) as { entries?: unknown };
    return Array.isArray(record.entries) ? record.entries.map(String) : [];
  } catch {
    return [];
  }
}

/** The commit that the content is at; null when it is under no version control or differs from the commit. */
async function commitOf(content: string): Promise<string | null> {
  const git = (...args: string[]) => run('git', ['-C', content, ...args]).then(({ stdout }) => stdout.trim());
  try {
    const changed = await git('status', '--porcelain', '--ignored', '--', '.');
    return changed === '' ? await git('rev-parse', 'HEAD') : null;
  } catch {
    return null;
  }
}
