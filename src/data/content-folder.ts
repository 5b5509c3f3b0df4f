import { resolve } from 'node:path';
import { readSiteFile } from '../content-files/site-file.ts';
import type { Site } from '../reply/site.ts';

/** The absolute path of the content folder being built: `DAFU_CONTENT`, or `content/` by default. */
export function contentFolder(): string {
  return resolve(process.env.DAFU_CONTENT ?? 'content');
}

const sites = new Map<string, Promise<Site>>();

/**
 * Reads the `site.yml` of a content folder; cached, since every page of a build needs it.
 *
 * @throws Error in Chinese with file, position, field and remedy when it is missing or violates the schema.
 */
export function readSite(folder = contentFolder()): Promise<Site> {
  const known = sites.get(folder);
  if (known) return known;
  const read = readValidSite(folder);
  sites.set(folder, read);
  return read;
}

async function readValidSite(folder: string): Promise<Site> {
  const { site, findings } = await readSiteFile(folder);
  if (site) return site;
  throw new Error(
    findings.map(({ path, line, column, text }) => `${path}:${line}:${column}：${text}`).join('\n'),
  );
}
