import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { bundleForBrowser } from '../browser-bundle.ts';
import { inBrowser } from '../in-browser/in-browser.ts';

/** A file of the editor. */
export interface EditorFile {
  /** Path below `admin/`. */
  name: string;
  contents: string | Uint8Array;
}

const app = fileURLToPath(new URL('../../editor/app/editor-app.ts', import.meta.url));

/** What the editor of letters never needs: maps, pictures, other languages, colours for code. */
const notNeeded =
  /^(?:@shikijs\/|leaflet|terra-draw|svgo$|exifr|turndown|\.\/chunks\/(?:react-dom|heic|webp|shiki)|\.\.\/locales\/(?!zh-CN))/;

/** Texts of the package that make it ask other hosts, or that keep people from using it, and what is there instead. */
const replacements: readonly {
  found: RegExp;
  times: number;
  by: (fonts: readonly string[], match: RegExpExecArray) => string;
}[] = [
  {
    found:
      /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/([a-z0-9-]+)(?::vf)?@[\d.]+\/([a-z0-9-]+)\.woff2/g,
    times: 3,
    by: (fonts, [address, family, subset]) => {
      const name = fonts.find((font) => font.startsWith(`${family}-${subset}-`));
      if (name === undefined) throw new Error(`no font for ${address}`);
      return `assets/${name}`;
    },
  },
  {
    found:
      /https:\/\/(?:www\.githubstatus\.com\/api\/v2\/status\.json|status-api\.hostedstatus\.com\/[\w./]+)/g,
    times: 2,
    by: () => 'data:application/json,{}',
  },
  { found: /`maximum-scale=1`,/g, times: 1, by: () => '' },
  // The page has one main part, in which all of it is.
  { found: /(?<=`<|<\/)main(?=>)/g, times: 2, by: () => 'div' },
];

/** Makes Sveltia CMS a part of the page that asks no other host for anything. */
function selfHosted(fonts: readonly string[]): Plugin {
  return {
    name: 'dafu-editor',
    setup(bundler) {
      bundler.onResolve({ filter: /./ }, ({ path, kind }) =>
        kind === 'dynamic-import' && notNeeded.test(path) ? { path, namespace: 'not-needed' } : undefined,
      );
      bundler.onLoad({ filter: /./, namespace: 'not-needed' }, () => ({ contents: 'export default {}' }));
      bundler.onLoad({ filter: /@sveltia[\\/]cms[\\/]npm[\\/]index\.js$/ }, async ({ path }) => ({
        contents: withReplacements(await readFile(path, 'utf8'), fonts),
      }));
    },
  };
}

function withReplacements(source: string, fonts: readonly string[]): string {
  let text = source;
  for (const { found, times, by } of replacements) {
    const matches = [...text.matchAll(found)];
    if (matches.length !== times)
      throw new Error(`${found.source} is ${matches.length} times in Sveltia CMS`);
    text = text.replaceAll(found, (...match) => by(fonts, match as unknown as RegExpExecArray));
  }
  return text;
}

/** Makes the files of the editor but its page, which is an archive's own: a classic script, fonts and licences. */
export async function bundleEditor(): Promise<EditorFile[]> {
  const folder = new URL('./', import.meta.resolve('@sveltia/cms'));
  const assets = (await readdir(new URL('assets/', folder))).sort();
  const fonts = assets.filter((name) => name.endsWith('.woff2'));
  const licences = [
    ['Sveltia CMS', new URL('../LICENSE.txt', folder)] as const,
    ...assets
      .filter((name) => name.endsWith('.LICENSE.txt'))
      .map((name) => [name.replace('.LICENSE.txt', ''), new URL(`assets/${name}`, folder)] as const),
  ].map(async ([name, file]) => `${name}\n\n${await readFile(file, 'utf8')}`);
  return [
    { name: 'editor.js', contents: await bundleApp(fonts) },
    ...(await Promise.all(
      fonts.map(async (name) => ({
        name: `assets/${name}`,
        contents: await readFile(new URL(`assets/${name}`, folder)),
      })),
    )),
    { name: 'licences.txt', contents: (await Promise.all(licences)).join('\n\n') },
  ];
}

function bundleApp(fonts: readonly string[]): Promise<string> {
  const { define, ...options } = inBrowser([selfHosted(fonts)]);
  return bundleForBrowser(app, {
    ...options,
    define: { ...define, 'import.meta.url': 'dafuEditorAddress' },
    // The package starts by itself where it is loaded by a classic script, and looks for its fonts beside the script.
    banner: { js: 'var dafuEditorAddress=document.currentScript.src;window.CMS_MANUAL_INIT=true;' },
  });
}
