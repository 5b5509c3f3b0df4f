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

/** Where builds keep what the next one may use, and work. */
export const cacheFolder = join(root, '.cache');

/** What rendering the pages needs. */
export interface Rendering {
  /** Absolute path of the project's root, whose packages the pages import. */
  root: string;
  /** Absolute path of a folder below `root` that may be written to. */
  cache: string;
  /** Absolute path of the content folder. */
  content: string;
  /** Path the site is served under. */
  base: string;
  /** Called when the cache is damaged and is not used. */
  onDamage: () => void;
}

/**
 * Renders the pages into a folder that may hold files already.
 *
 * @param out Absolute path of the folder, on whatever disk.
 * @throws ContentError when a letter or page cannot be rendered.
 */
export type RenderPages = (rendering: Rendering, out: string) => Promise<void>;

export interface BuildOptions {
  /** Absolute path of the content folder. */
  content: string;
  /** Absolute path of the output folder; what stood there is replaced when all is done. */
  out: string;
  /** Path the site is served under. Only `404.html` depends on it: every other link is relative. */
  base: string;
  /** Told each step and its share of the work (0–1). */
  onProgress?: (step: { text: string; share?: number }) => void;
  /** Receives what the editor should know though the build goes on, in Chinese. */
  onWarning?: (text: string) => void;
}

export interface BuiltEdition {
  letters: number;
  /** SHA-256 of the edition's manifest: it stands for the whole edition. */
  manifest: string;
  /** Public address of the archive, when `site.yml` gives one. */
  url: string | undefined;
}

type PublishedLetter = LetterFile & { frontmatter: Frontmatter };

/**
 * Builds the edition: pages, originals, search index, the build's record and the manifest, in one folder.
 *
 * @param renderPages Renders the pages; handed in, so that a build knows nothing of Astro.
 * @throws ContentError when a letter breaks a rule, or a link leads nowhere.
 */
export async function buildEdition(options: BuildOptions, renderPages: RenderPages): Promise<BuiltEdition> {
  const say = options.onProgress ?? (() => undefined);
  // What reads the content folder, in pages too, finds it here: Astro passes nothing on to them.
  process.env.DAFU_CONTENT = options.content;
  say({ text: '检查内容', share: 0 });
  const { letters, findings } = await checkContent(options.content);
  if (findings.some(({ level }) => level === 'error')) throw new ContentError(findings);
  const published = letters.filter(
    (letter): letter is PublishedLetter =>
      letter.frontmatter !== undefined && isPublished(letter.frontmatter),
  );

  const site = await readSite(options.content);
  let manifest = '';

  await replaceOutput(options.out, async (aside) => {
    // The page on open data tells the files' sizes and hashes, so they come before it.
    const data = join(aside, 'data');
    await writeOpenData(data, published, site);
    process.env.DAFU_OPEN_DATA = data;
    say({ text: '生成网页', share: 0.05 });
    const damaged = () => options.onWarning?.('上次构建留下的缓存已损坏，已弃用并重新生成。');
    await renderPages({ root, cache: cacheFolder, ...options, onDamage: damaged }, aside);
    say({ text: '建立检索索引', share: 0.5 });
    await buildSearch(
      published.map(({ id, frontmatter, body }) => ({ id, frontmatter, body })),
      aside,
      { cache: join(cacheFolder, 'search'), onDamage: damaged },
    );
    say({ text: '复制原件', share: 0.95 });
    const files = published.flatMap(({ frontmatter }) => frontmatter.source?.file ?? []);
    await copyOriginals(options.content, files, aside);
    const issued = published.map(({ frontmatter }) => frontmatter.issuedOn);
    await writeDiscoveryFiles(aside, published, site);
    say({ text: '计算校验值', share: 0.96 });
    const { commit } = await writeBuildInfo(aside, { root, content: options.content, issued });
    await fillArchivePage(aside, { commit });
    manifest = await writeManifest(aside);
    say({ text: '检查链接', share: 0.98 });
    const broken = await checkLinks(aside, options.content);
    if (broken.length > 0) throw new ContentError(broken);
  });
  return { letters: published.length, manifest, url: site.url };
}
