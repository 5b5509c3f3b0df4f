import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { bundleClient } from '../../src/build/client-bundle.ts';
import type { InventedLetter } from '../../src/corpus/letter.ts';
import { headingsOf, letterBlocks } from '../../src/markdown/blocks.ts';
import { contentSecurityPolicy } from '../../src/layouts/content-security-policy.ts';
import { makeQuickFind } from '../../src/quick-find/index-writer.ts';
import { letterRecord } from '../../src/quick-find/letter-record.ts';

/** What an index takes. */
export interface IndexCosts {
  /** Seconds to make the records, Markdown parsed for the headings. */
  records: number;
  /** Seconds from the records to the files. */
  writing: number;
  /** Files and bytes of `pagefind/` and `quick-find/`. */
  stock: { files: number; bytes: number };
  scripts: { files: number; bytes: number };
}

/** Writes what the quick find needs of an edition: its index, the scripts and a page with the box. */
export async function writeBenchEdition(
  letters: readonly InventedLetter[],
  out: string,
): Promise<IndexCosts> {
  const start = performance.now();
  const records = letters.map((letter) => {
    const headings = headingsOf(letterBlocks(letter.body));
    return letterRecord({ ...letter, id: `${letter.year}/${letter.id}`, headings });
  });
  const made = performance.now();
  for (const { path, contents } of await makeQuickFind(records)) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), contents);
  }
  const written = performance.now();

  const assets = await bundleClient({ hashed: false });
  for (const { path, contents } of assets) {
    await mkdir(dirname(join(out, path)), { recursive: true });
    await writeFile(join(out, path), contents);
  }
  await writeFile(join(out, 'index.html'), page);
  return {
    records: (made - start) / 1000,
    writing: (written - made) / 1000,
    stock: await measureFolder(join(out, 'pagefind')),
    scripts: await measureFolder(join(out, 'quick-find')),
  };
}

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy()}" />
    <title>虚构</title>
    <link rel="stylesheet" href="assets/site.css" />
    <script src="assets/site.js"></script>
  </head>
  <body>
    <form class="search-box" role="search" action="search.html" data-quick-find="assets/quick-find.js">
      <input class="search-box-input" type="search" id="search" name="q" aria-label="检索" />
    </form>
  </body>
</html>
`;

async function measureFolder(folder: string): Promise<{ files: number; bytes: number }> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size),
  );
  return { files: files.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
