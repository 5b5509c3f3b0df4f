import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { letterText, type IndexedLetter } from '../../../src/search/text/indexed-letter.ts';
import type { EngineSite } from './engine.ts';
import { writePeerPage } from './peer-page.ts';

/** Stock Pagefind over HTML pages, as documented. */
export const site: EngineSite = {
  page: 'search.html',
  index: 'pagefind',
  async prepare(out, letters) {
    await writePeerPage(out, './pagefind-page.ts');
    for (const letter of letters) {
      const file = join(out, 'replies', `${letter.id}.html`);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, letterPage(letter));
    }
  },
  async build(out) {
    const { index, errors } = await createIndex({});
    if (!index) throw new Error(errors.join());
    const { errors: refused } = await index.addDirectory({ path: out });
    if (refused.length > 0) throw new Error(refused.join());
    await index.writeFiles({ outputPath: join(out, 'pagefind') });
    await close();
  },
  /** Pagefind identifies a page by a hash; only its fragment contains the address. */
  async namesOfLetters(out) {
    const folder = join(out, 'pagefind', 'fragment');
    const names = new Map<string, string>();
    for (const file of await readdir(folder)) {
      const packed = gunzipSync(await readFile(join(folder, file))).toString('utf8');
      const { url } = JSON.parse(packed.replace(/^pagefind_dcd/, '')) as { url: string };
      names.set(file.replace('.pf_fragment', ''), url.replace(/^\/replies\/|\.html$/g, ''));
    }
    return names;
  },
};

/** A letter's page with the searched texts, the same and in the same order for all engines. */
function letterPage(letter: IndexedLetter): string {
  const { title, header, body } = letterText(letter);
  const values = header.map(({ text }) => `<p>${escape(text)}</p>`);
  const blocks = body.map((block) =>
    block.kind === 'heading'
      ? `<h${block.depth} id="${block.id}">${escape(block.text)}</h${block.depth}>`
      : `<p>${escape(block.text)}</p>`,
  );
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escape(title)}</title></head>
<body><main data-pagefind-body><h1>${escape(title)}</h1>
${[...values, ...blocks].join('\n')}
</main></body></html>
`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
