import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parse, YAMLParseError } from 'yaml';
import { siteSchema, type Site } from '../reply/site.ts';

/** The absolute path of the content folder that is being built: `DAFU_CONTENT`, else `content/`. */
export function contentFolder(): string {
  return resolve(process.env.DAFU_CONTENT ?? 'content');
}

const sites = new Map<string, Promise<Site>>();

/**
 * The `site.yml` of a content folder, read once: every page of a build asks for it.
 *
 * @throws Error in Chinese with file, field and what to do when it is missing or breaks the schema.
 */
export function readSite(folder = contentFolder()): Promise<Site> {
  const known = sites.get(folder);
  if (known) return known;
  const read = readSiteFile(folder);
  sites.set(folder, read);
  return read;
}

async function readSiteFile(folder: string): Promise<Site> {
  const file = join(folder, 'site.yml');
  const source = await readFile(file, 'utf8').catch(() => {
    throw new Error(`${file}：没有这个文件。请写明 name、description、owner 和 licence。`);
  });
  const parsed = siteSchema.safeParse(parseYaml(source, file));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${file}：${path.length > 0 ? path.join('.') : '整个文件'}：${message}`,
  );
  throw new Error(problems.join('\n'));
}

function parseYaml(source: string, file: string): unknown {
  try {
    return parse(source) as unknown;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    const { line = 1, col = 1 } = error.linePos?.[0] ?? {};
    throw new Error(`${file}:${line}:${col}：不是正确的 YAML。含冒号、引号等符号的值请用引号括起。`, {
      cause: error,
    });
  }
}
