import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { address } from '../../archive/address.ts';
import { findDaySpan } from '../../data/wording/chinese-day.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from './edition-folder.ts';
import { manifestFiles } from './edition-manifest.ts';

/** The file that states what an output folder was built from. It also marks the folder as written by a build. */
export const buildInfoName = 'dafu-build.json';

const run = promisify(execFile);

interface BuildFacts {
  /** Absolute path of the project's root. */
  root: string;
  /** The commit of the content, if it has one. */
  commit: string | undefined;
  /** The letters' dates of issue, `yyyy-mm-dd`; undefined for a letter without one. */
  issued: readonly (string | undefined)[];
}

/**
 * Writes `dafu-build.json` into an edition in which only the manifest and the archive's page are missing. Every
 * build of the same commit writes the same file.
 */
export async function writeBuildInfo(
  edition: EditionFolder,
  { root, commit, issued }: BuildFacts,
): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const { astro, pagefind } = manifest.dependencies;
  const days = findDaySpan(issued);
  const top = new Set([...edition.files].map(({ path }) => path.split('/')[0] ?? ''));
  const record = {
    dafu: manifest.version,
    astro,
    pagefind,
    commit: commit ?? null,
    letters: issued.length,
    firstIssuedOn: days?.[0] ?? null,
    lastIssuedOn: days?.[1] ?? null,
    entries: [...top.add(buildInfoName).add(address.archive), ...manifestFiles].sort(),
  };
  const text = `${JSON.stringify(record, null, 2)}\n`;
  edition.write(buildInfoName, digest(text), text);
}

/** The names at the top of an output folder that its build wrote; empty when no build wrote it. */
export async function readBuiltEntries(out: string): Promise<string[]> {
  try {
    const record = JSON.parse(await readFile(join(out, buildInfoName), 'utf8')) as { entries?: unknown };
    return Array.isArray(record.entries) ? [...record.entries.map(String), buildInfoName] : [];
  } catch {
    return [];
  }
}

/**
 * Finds the commit of the content; undefined when the content is not in a git repository or has uncommitted
 * changes.
 *
 * @param content Absolute path of the content folder.
 */
export async function findCommit(content: string): Promise<string | undefined> {
  const git = (...args: string[]) => run('git', ['-C', content, ...args]).then(({ stdout }) => stdout.trim());
  try {
    const changed = await git('status', '--porcelain', '--ignored', '--', '.');
    return changed === '' ? await git('rev-parse', 'HEAD') : undefined;
  } catch {
    return undefined;
  }
}
