import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build as buildPages } from 'astro';
import { checkContent } from '../check/check.ts';
import type { Finding } from '../check/finding.ts';
import type { LetterFile } from '../check/letter-file.ts';
import type { Frontmatter } from '../reply/frontmatter.ts';
import { isPublished } from '../reply/publication.ts';
import { buildSearch } from '../search/index-builder.ts';
import { writeBuildRecord } from './build-record.ts';
import { copyOriginals } from './originals.ts';
import { replaceFolder } from './output-folder.ts';

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
 * Builds the edition: pages, originals, search index and the build's record, in one folder.
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

  await replaceFolder(options.out, async (aside) => {
    say({ text: '生成网页', share: 0.05 });
    await renderPages(options, aside);
    say({ text: '建立检索索引', share: 0.5 });
    await buildSearch(
      published.map(({ id, frontmatter, body }) => ({ id, frontmatter, body })),
      aside,
      { cache: join(root, '.cache', 'search') },
    );
    say({ text: '复制原件', share: 0.95 });
    const files = published.flatMap(({ frontmatter }) => frontmatter.source?.file ?? []);
    await copyOriginals(options.content, files, aside);
    const issued = published.map(({ frontmatter }) => frontmatter.issuedOn);
    await writeBuildRecord(aside, { root, content: options.content, issued });
  });
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
