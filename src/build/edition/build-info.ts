import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { address } from '../../archive/address.ts';
import { editionInfoName, editionInfoScript, type EditionInfo } from '../../archive/edition-info.ts';
import { findDaySpan } from '../../data/wording/chinese-day.ts';
import type { Site } from '../../reply/site.ts';
import { digest } from '../digest.ts';
import type { EditionFolder } from './edition-folder.ts';
import { manifestFiles } from './edition-manifest.ts';
import type { Revision } from './revision.ts';

const scriptName = `${editionInfoScript}.js`;

interface BuildFacts {
  /** Absolute path of the project's root. */
  root: string;
  site: Pick<Site, 'name' | 'owner' | 'url' | 'publicKey'>;
  revision: Revision;
  /** The letters' dates of issue, `yyyy-mm-dd`; undefined for a letter without one. */
  issued: readonly (string | undefined)[];
}

/**
 * Writes `dafu-build.json`, and the script that hands the day of the edition to a page, into an edition in which only
 * the manifest and the archive's page are missing. Every build of the same commit writes the same files.
 */
export async function writeBuildInfo(
  edition: EditionFolder,
  { root, site, revision, issued }: BuildFacts,
): Promise<void> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };
  const { astro, pagefind } = { ...manifest.devDependencies, ...manifest.dependencies };
  const days = findDaySpan(issued);
  const top = new Set([...edition.files].map(({ path }) => path.split('/')[0] ?? ''));
  const record: EditionInfo & Record<string, unknown> = {
    dafu: manifest.version,
    astro,
    pagefind,
    name: site.name,
    owner: site.owner,
    url: site.url ?? null,
    commit: revision.commit ?? null,
    day: revision.day ?? null,
    letters: issued.length,
    firstIssuedOn: days?.[0] ?? null,
    lastIssuedOn: days?.[1] ?? null,
    publicKey: site.publicKey ?? null,
    entries: [...top.add(editionInfoName).add(scriptName).add(address.archive), ...manifestFiles].sort(),
  };
  const text = `${JSON.stringify(record, null, 2)}\n`;
  edition.write(editionInfoName, digest(text), text);
  const { day, url } = record;
  const script = `__dafu(${JSON.stringify(editionInfoScript)},${JSON.stringify({ day, url })})\n`;
  edition.write(scriptName, digest(script), script);
}

/** The names at the top of an output folder that its build wrote; empty when no build wrote it. */
export async function readBuiltEntries(out: string): Promise<string[]> {
  try {
    const record = JSON.parse(await readFile(join(out, editionInfoName), 'utf8')) as { entries?: unknown };
    return Array.isArray(record.entries) ? [...record.entries.map(String), editionInfoName] : [];
  } catch {
    return [];
  }
}
