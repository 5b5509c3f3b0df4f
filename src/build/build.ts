import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../check/check.ts';
import { checkLinks } from '../check/links/link-findings.ts';
import type { LetterFile } from '../content-files/letter-file.ts';
import { readSite } from '../data/content-folder.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { isPublished } from '../reply/publication.ts';
import { buildSearch } from '../search/indexing/index-builder.ts';
import { fillArchivePage } from './archive-page.ts';
import { writeDiscoveryFiles } from './discovery-files.ts';
import { writeBuildInfo } from './build-info.ts';
import { ContentError } from './content-error.ts';
import { writeManifest } from './edition-manifest.ts';
import { writeOpenData } from './open-data.ts';
import { copyOriginals } from './originals.ts';
import { replaceOutput } from './output-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Where builds work and keep what the next build may reuse. */
export const cacheFolder = join(root, '.cache');

/** The input of rendering the pages. */
export interface Rendering {
  /** Absolute path of the project's root, from whose packages the pages import. */
  root: string;
  /** Absolute path of a writable folder below `root`. */
  cache: string;
  /** Absolute path of the content folder. */
  content: string;
  /** Path under which the site is served. */
  base: string;
  /** Called when the cache is damaged and therefore not used. */
  onDamage: () => void;
}

/**
 * Renders the pages into a folder that may already contain files.
 *
 * @param out Absolute path of the folder, on any disk.
 * @throws ContentError when a letter or page cannot be rendered.
 */
export type RenderPages = (rendering: Rendering, out: string) => Promise<void>;

export interface BuildOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the output folder. Its contents are replaced once the build has succeeded. */
  out: string;
  /** Path under which the site is served. Only `404.html` depends on it: all other links are relative. */
  base: string;
  /** Receives each step, and how much of the work is done when it begins (0–1). */
  onProgress?: (step: { text: string; share?: number }) => void;
  /** Receives warnings for the editor, in Chinese; the build continues. */
  onWarning?: (text: string) => void;
}

export interface BuiltEdition {
  letters: number;
  /** SHA-256 of the edition's manifest, which identifies the whole edition. */
  manifest: string;
  /** Public address of the archive, if `site.yml` gives one. */
  url: string | undefined;
}

type PublishedLetter = LetterFile & { frontmatter: Frontmatter };

/**
 * Builds the edition: pages, originals, search index, build info and the manifest, in one folder.
 *
 * @param renderPages Renders the pages; a parameter, so that the build does not depend on Astro.
 * @throws ContentError when a letter breaks a rule or a link is broken.
 */
export async function buildEdition(options: BuildOptions, renderPages: RenderPages): Promise<BuiltEdition> {
  const report = options.onProgress ?? (() => undefined);
  // Pages read the content folder from the environment: Astro passes no options on to them.
  process.env.DAFU_CONTENT = options.content;
  report({ text: '检查内容', share: 0 });
  const { letters, findings } = await checkContent(options.content);
  if (findings.some(({ level }) => level === 'error')) throw new ContentError(findings);
  const published = letters.filter(
    (letter): letter is PublishedLetter =>
      letter.frontmatter !== undefined && isPublished(letter.frontmatter),
  );

  const site = await readSite(options.content);
  let manifest = '';

  await replaceOutput(options.out, async (staging) => {
    // The page on open data states sizes and hashes of these files, so they are written before it.
    const data = join(staging, 'data');
    await writeOpenData(data, published, site);
    process.env.DAFU_OPEN_DATA = data;
    report({ text: '生成网页', share: 0.05 });
    const damaged = () => options.onWarning?.('上次构建留下的缓存已损坏，已弃用并重新生成。');
    await renderPages({ root, cache: cacheFolder, ...options, onDamage: damaged }, staging);
    report({ text: '建立检索索引', share: 0.5 });
    await buildSearch(
      published.map(({ id, frontmatter, body }) => ({ id, frontmatter, body })),
      staging,
      { cache: join(cacheFolder, 'search'), onDamage: damaged },
    );
    report({ text: '复制原件', share: 0.95 });
    const files = published.flatMap(({ frontmatter }) => frontmatter.source?.file ?? []);
    await copyOriginals(options.content, files, staging);
    const issued = published.map(({ frontmatter }) => frontmatter.issuedOn);
    await writeDiscoveryFiles(staging, published, site);
    report({ text: '计算校验值', share: 0.96 });
    const { commit } = await writeBuildInfo(staging, { root, content: options.content, issued });
    await fillArchivePage(staging, { commit });
    manifest = await writeManifest(staging);
    report({ text: '检查链接', share: 0.98 });
    const broken = await checkLinks(staging, options.content);
    if (broken.length > 0) throw new ContentError(broken);
  });
  return { letters: published.length, manifest, url: site.url };
}
