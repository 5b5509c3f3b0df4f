import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build as buildPages } from 'astro';
import { checkContent } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { LetterFile } from '../check/letter-file.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { isPublished } from '../reply/publication.ts';
import { buildSearch } from '../search/index-builder.ts';

const recordName = 'dafu-build.json';
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface BuildOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the output folder; what stood there is replaced when all is done. */
  out: string;
  /** Path the site is served under. Only `404.html` depends on it: every other link is relative. */
  base: string;
  /** Told each step and its share of the work (0–1). */
  onProgress?: (step: { text: string; share?: number }) => void;
}

/** The content breaks a rule: nothing was built. */
export class ContentError extends Error {
  readonly findings: Finding[];
  constructor(findings: Finding[]) {
    super('内容有误');
    this.findings = findings;
  }
}

type PublishedLetter = LetterFile & { frontmatter: Frontmatter };

/**
 * Builds the edition: pages, originals, search index and the build's record, in one folder. It is
 * written aside and takes its place at the end, so that an interrupted build leaves the old one.
 *
 * @throws ContentError when a letter breaks a rule.
 */
export async function buildEdition(options: BuildOptions): Promise<{ letters: number }> {
  const say = options.onProgress ?? (() => undefined);
  say({ text: '检查内容', share: 0 });
  const { letters, findings } = await checkContent(options.content);
  if (findings.some(({ level }) => level === 'error')) throw new ContentError(findings);
  const published = letters.filter(
    (letter): letter is PublishedLetter =>
      letter.frontmatter !== undefined && isPublished(letter.frontmatter),
  );

  await refuseForeignFolder(options.out);
  const aside = `${options.out}.partial`;
  await rm(aside, { recursive: true, force: true });
  say({ text: '生成网页', share: 0.05 });
  await renderPages(options, aside);
  say({ text: '建立检索索引', share: 0.5 });
  await buildSearch(
    published.map(({ id, frontmatter, body }) => ({ id, frontmatter, body })),
    aside,
  );
  say({ text: '复制原件', share: 0.95 });
  await copyOriginals(options.content, published, aside);
  await writeFile(join(aside, recordName), await buildRecord(options.content, published));
  await replace(options.out, aside);
  return { letters: published.length };
}

async function renderPages(options: BuildOptions, out: string): Promise<void> {
  // Pages and content loaders read the folder from here: they run inside Astro, which passes nothing on.
  process.env.DAFU_CONTENT = options.content;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  const key = createHash('sha256').update(options.content).digest('hex').slice(0, 12);
  await buildPages({
    root,
    outDir: out,
    base: options.base,
    // Letters of one content folder must not turn up in another's site.
    cacheDir: join(root, '.cache', 'astro', key),
    logLevel: 'error',
  });
}

/** The received file and the record of edits of each letter that names one. */
async function copyOriginals(
  content: string,
  letters: readonly PublishedLetter[],
  out: string,
): Promise<void> {
  for (const { frontmatter } of letters) {
    const file = frontmatter.source?.file;
    if (file === undefined) continue;
    const folder = dirname(file);
    await mkdir(join(out, 'originals', dirname(folder)), { recursive: true });
    await cp(join(content, 'originals', folder), join(out, 'originals', folder), { recursive: true });
  }
}

/** `dafu-build.json`: what was built from what; the same for every build of one commit. */
async function buildRecord(content: string, letters: readonly PublishedLetter[]): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    version: string;
    dependencies: Record<string, string>;
  };
  const { astro, pagefind } = manifest.dependencies;
  const commit = await promisify(execFile)('git', ['-C', content, 'rev-parse', 'HEAD']).catch(
    () => undefined,
  );
  const record = {
    dafu: manifest.version,
    astro,
    pagefind,
    commit: commit?.stdout.trim() ?? null,
    letters: letters.length,
    firstIssuedOn: letters.map(issuedOn).filter(Boolean).sort().at(0) ?? null,
    lastIssuedOn: letters.map(issuedOn).filter(Boolean).sort().at(-1) ?? null,
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}

function issuedOn({ frontmatter }: PublishedLetter): string | undefined {
  return frontmatter.issuedOn;
}

/** The output folder is replaced whole, so one that no build made must not be it. */
async function refuseForeignFolder(out: string): Promise<void> {
  const names = await readdir(out).catch((): string[] => []);
  if (names.length > 0 && !names.includes(recordName))
    throw new Error(`${out} 里有不是本程序生成的文件，没有覆盖。请另选输出文件夹，或先移走其中的文件。`);
}

/** Puts the folder `aside` where `out` is. */
async function replace(out: string, aside: string): Promise<void> {
  const old = `${out}.old`;
  await rm(old, { recursive: true, force: true });
  await rename(out, old).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  await rename(aside, out);
  await rm(old, { recursive: true, force: true });
}
