import { join } from 'node:path';
import { siteSchema, type Site } from '../reply/site.ts';
import { errorAt, fileStart, type Finding } from './finding.ts';
import { schemaFindings } from './schema-findings.ts';
import { readText, readTextFile, type TextFile } from './text-file.ts';
import { readYaml } from './yaml-source.ts';

/** `site.yml`, or what is wrong with it. */
export interface SiteFile {
  site?: Site;
  findings: Finding[];
}

/** Reads the `site.yml` of a content folder: the one way to read it. */
export function readSiteFile(content: string): SiteFile {
  return readSite(readTextFile(join(content, 'site.yml')));
}

/** Reads a `site.yml` that is not written yet. @param path The path that findings name. */
export function readSiteBytes(path: string, bytes: Buffer): SiteFile {
  return readSite(readText(path, bytes));
}

function readSite({ path, source, findings }: TextFile): SiteFile {
  if (findings.some(({ rule }) => rule === 'missing')) {
    const text = '没有 site.yml。请新建，写明 name、description、owner 和 licence.name。';
    return { findings: [errorAt(path, fileStart, 'site', text)] };
  }
  if (findings.length > 0) return { findings };
  const yaml = readYaml(source);
  if (yaml.errors.length > 0)
    return {
      findings: yaml.errors.map(({ text, fix, ...place }) => errorAt(path, place, 'yaml', text, fix)),
    };
  const parsed = schemaFindings({ path, source }, yaml, siteSchema);
  return { ...(parsed.value && { site: parsed.value }), findings: parsed.findings };
}
