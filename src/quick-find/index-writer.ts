import { close, createIndex, type IndexFile, type PagefindIndex } from 'pagefind';
import { relativeLink } from '../archive/address.ts';
import { compareText } from '../reply/text-order.ts';
import { makeValueFile } from '../search/indexing/data-file-writer.ts';
import type { QuickFindRecord } from './record.ts';
import { divideWords } from './words.ts';

/** Records in a file of what is displayed: an answer loads up to eight of them, so they must be small, but few. */
const recordsPerFragment = 25;
const mostFragments = 1000;
/** Records on their way to Pagefind's process at a time. */
const batch = 500;

/** What another site, or a page with Pagefind's own runtime, needs; not the interfaces that Pagefind adds. */
const stockFiles =
  /^(?:(?:index|fragment|filter)\/.*|pagefind\.[^/]+\.pf_meta|pagefind-entry\.json|pagefind(?:-worker)?\.js|wasm\.[^/]+\.pagefind)$/u;
/** What the quick find itself loads; on `file:` each is a script, because nothing else can be loaded there. */
const loadedFiles =
  /^(?:(?:index|fragment)\/.*|pagefind\.[^/]+\.pf_meta|pagefind-entry\.json|wasm\.[^/]+\.pagefind)$/u;

/** A file of the edition: its path below the root, and its contents. */
interface QuickFindFile {
  path: string;
  contents: string | Uint8Array;
}

/**
 * Makes the index of the quick find: `pagefind/`, a stock index that other sites can merge, and the same files as
 * scripts in `quick-find/`. The same records give the same bytes, in whatever order.
 *
 * @throws Error when Pagefind refuses a record or an option.
 */
export async function makeQuickFind(records: readonly QuickFindRecord[]): Promise<QuickFindFile[]> {
  const maxFragments = Math.min(mostFragments, Math.ceil(records.length / recordsPerFragment));
  const files = await usePagefind({ forceLanguage: 'zh', maxFragments }, async (index) => {
    const sorted = records.toSorted((a, b) => compareText(a.path, b.path));
    for (let at = 0; at < sorted.length; at += batch)
      await Promise.all(sorted.slice(at, at + batch).map((record) => addRecord(index, record)));
    return readFiles(index);
  });
  return files.flatMap(({ path, content }) => [
    ...(stockFiles.test(path) ? [{ path: `pagefind/${path}`, contents: content }] : []),
    ...(loadedFiles.test(path) ? [{ path: `quick-find/${path}.js`, contents: scriptOf(path, content) }] : []),
  ]);
}

/** The script that passes a file to the page, as base64. */
function scriptOf(path: string, content: Uint8Array): Uint8Array {
  return makeValueFile(path, Buffer.from(content).toString('base64')).contents;
}

/** Reads the source of Pagefind's runtime, `pagefind.js`, which is of the same version as the index. */
export async function readPagefindRuntime(): Promise<string> {
  const files = await usePagefind({}, readFiles);
  const runtime = files.find(({ path }) => path === 'pagefind.js');
  if (!runtime) throw new Error('Pagefind writes no pagefind.js');
  return Buffer.from(runtime.content).toString('utf8');
}

async function usePagefind<Value>(
  options: Parameters<typeof createIndex>[0],
  use: (index: PagefindIndex) => Promise<Value>,
): Promise<Value> {
  const { index, errors } = await createIndex(options);
  if (!index) throw new Error(errors.join('\n'));
  try {
    return await use(index);
  } finally {
    await index.deleteIndex();
    await close();
  }
}

async function addRecord(
  index: PagefindIndex,
  { path, texts, meta, filters, date }: QuickFindRecord,
): Promise<void> {
  const { errors } = await index.addCustomRecord({
    url: relativeLink('', path),
    content: texts.map(divideWords).join('\n'),
    language: 'zh',
    meta: { ...meta },
    filters: Object.fromEntries(Object.entries(filters).map(([name, values]) => [name, [...values]])),
    sort: { date },
  });
  if (errors.length > 0) throw new Error(`${path}: ${errors.join('\n')}`);
}

async function readFiles(index: PagefindIndex): Promise<IndexFile[]> {
  const { files, errors } = await index.getFiles();
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return files;
}
