import { resolve } from 'node:path';
import { readSiteFile } from '../content-files/site-file.ts';
import type { Site } from '../reply/site.ts';

/** The absolute path of the content folder being built: `DAFU_CONTENT`, or `content/` by default. */
export function contentFolder(): string {
  return resolve(process.env.DAFU_CONTENT ?? 'content');
}

/**
 * Reads the `site.yml` of a content folder.
 *
 * @throws Error in Chinese with file, position, field and remedy when it is missing or violates the schema.
 */
export function readSite(folder = contentFolder()): Site {
  const { site, findings } = readSiteFile(folder);
  if (site) return site;
  throw new Error(
    findings.map(({ path, line, column, text }) => `${path}:${line}:${column}：${text}`).join('\n'),
  );
}
