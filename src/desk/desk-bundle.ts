import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import { bundleForBrowser, virtualModule } from '../build/browser-bundle.ts';
import { inBrowser } from '../build/in-browser/in-browser.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules of the converter that only run in Node, by the end of their path, and what takes their place. */
const modules: Record<string, string> = {
  'readers/pdf/worker-session.ts': here('browser/pdf-session.ts'),
  'readers/pdf/pdf-data.ts': here('browser/pdf-data.ts'),
  'readers/doc/doc.ts': here('browser/unread-formats.ts'),
  'readers/ofd/ofd.ts': here('browser/unread-formats.ts'),
  'readers/scan/scan.ts': here('browser/unread-formats.ts'),
  'readers/scan/ocr.ts': here('browser/unread-formats.ts'),
};

/** Puts what runs in a browser in the place of what only runs in Node. */
const browserModules: Plugin = {
  name: 'dafu-desk-modules',
  setup(bundler) {
    bundler.onResolve({ filter: /^\.{1,2}\/.*\.ts$/ }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point') return undefined;
      const absolute = fileURLToPath(new URL(path, `file://${resolveDir}/`));
      const [, replacement] = Object.entries(modules).find(([name]) => absolute.endsWith(`/${name}`)) ?? [];
      return replacement === undefined ? undefined : { path: replacement };
    });
  },
};

/** The files of pdf.js's package in base64, by name. */
const pdfData = virtualModule('virtual:dafu/pdf-data', async () => ({
  contents: JSON.stringify(await readPdfData()),
  loader: 'json',
}));

async function readPdfData(): Promise<Record<string, string>> {
  const root = new URL('../../', import.meta.resolve('pdfjs-dist/legacy/build/pdf.mjs'));
  const files: Record<string, string> = {};
  for (const folder of ['cmaps', 'standard_fonts', 'wasm', 'iccs'])
    for (const name of (await readdir(new URL(`${folder}/`, root))).sort())
      if (/\.(?:bcmap|pfb|ttf|wasm|icc)$/.test(name))
        files[name] = (await readFile(new URL(`${folder}/${name}`, root))).toString('base64');
  return files;
}

const workerSource = virtualModule('virtual:dafu/desk-worker', async () => ({
  contents: await bundle('app/desk-worker.ts', [browserModules, pdfData]),
  loader: 'text',
}));

/** A file of the desk. */
export interface DeskFile {
  name: string;
  contents: string;
}

/** Makes the files of the desk: a page, its styles, and a classic script with that of its worker in it. */
export async function bundleDesk(): Promise<DeskFile[]> {
  return [
    { name: 'desk.html', contents: await readFile(here('app/desk.html'), 'utf8') },
    { name: 'desk.css', contents: await bundle('app/desk.css', []) },
    { name: 'desk.js', contents: await bundle('app/desk-page.ts', [workerSource]) },
  ];
}

function bundle(entry: string, plugins: Plugin[]): Promise<string> {
  return bundleForBrowser(here(entry), {
    ...inBrowser(plugins),
    // pdf.js asks for it where it runs in Node.
    logOverride: { 'empty-import-meta': 'silent' },
  });
}
