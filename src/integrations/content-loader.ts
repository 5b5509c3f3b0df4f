import { relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import { failureFinding } from '../check/failure.ts';
import { toPrintable } from '../check/printable-text.ts';
import { listFiles } from '../content-files/file-names.ts';
import type { Finding } from '../content-files/finding.ts';
import { readLetterFile, type LetterFile } from '../content-files/letter-file.ts';
import { readPageFile, type PageFile } from '../content-files/page-file.ts';
import { renderPage } from '../markdown/rendered-page.ts';
import { ContentError } from '../build/content-error.ts';

type Kind = 'replies' | 'pages';

/**
 * Loads letters or pages for Astro with the reader that the checks use, so that what was checked is what is
 * shown. Unchanged files keep their rendering. A file with an error ends a build; the development server
 * reports it and keeps the last good version.
 *
 * @param content The content folder.
 */
export function contentLoader(kind: Kind, content: string): Loader {
  return {
    name: `dafu-${kind}`,
    async load(context) {
      const { store, watcher, logger } = context;
      const { markdown } = await listFiles(content, kind);
      const gone = new Set(store.keys());
      const findings: Finding[] = [];
      for (const name of markdown) {
        const file = await read(kind, content, name);
        gone.delete(file.id);
        findings.push(...(await loadFile(context, resolve(content, kind, name), file)));
      }
      for (const id of gone) store.delete(id);
      if (!watcher) {
        if (findings.length > 0) throw new ContentError(findings);
        return;
      }
      report(logger, findings);
      watch(context, kind, content);
    },
  };
}

function read(kind: Kind, content: string, name: string): Promise<LetterFile | PageFile> {
  return kind === 'replies' ? readLetterFile(content, name) : readPageFile(content, name);
}

/** Puts a file into the store, or returns its findings and stores nothing. */
async function loadFile(
  context: LoaderContext,
  path: string,
  file: LetterFile | PageFile,
): Promise<Finding[]> {
  const { id, frontmatter, body, source } = file;
  if (frontmatter === undefined) return file.findings;
  const { config, store } = context;
  const digest = context.generateDigest(source);
  if (store.get(id)?.digest === digest) return [];
  const filePath = relative(fileURLToPath(config.root), path).split(sep).join('/');
  try {
    const { html, headings } = renderPage(body);
    const data = await context.parseData({ id, data: frontmatter, filePath: path });
    store.set({ id, data, body, filePath, digest, rendered: { html, metadata: { headings } } });
    return [];
  } catch (error) {
    return [failureFinding(file.path, error)];
  }
}

/** Reloads changed files while the development server runs. */
function watch(context: LoaderContext, kind: Kind, content: string): void {
  const { watcher, store, logger } = context;
  const folder = resolve(content, kind);
  const nameOf = (path: string) => {
    const name = relative(folder, path).split(sep).join('/');
    return name.startsWith('../') || !name.endsWith('.md') ? undefined : name;
  };
  const update = async (path: string) => {
    const name = nameOf(path);
    if (name !== undefined) report(logger, await loadFile(context, path, await read(kind, content, name)));
  };
  watcher?.add(folder);
  for (const event of ['add', 'change'] as const) watcher?.on(event, (path) => void update(path));
  watcher?.on('unlink', (path) => {
    const name = nameOf(path);
    if (name !== undefined) store.delete(name.replace(/\.md$/, ''));
  });
}

function report(logger: LoaderContext['logger'], findings: readonly Finding[]): void {
  for (const { path, line, column, rule, text } of findings)
    logger.error(toPrintable(`${path}:${line}:${column}  ${rule}  ${text}`));
}
