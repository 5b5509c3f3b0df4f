import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import {
  test as base,
  expect,
  type ConsoleMessage,
  type Dialog,
  type Page,
  type Request,
} from '@playwright/test';
import { serveEdition } from '../../src/serve/server.ts';
import { servePlainly } from './plain-host.fixture.ts';
import { createWindows, type Windows } from './windows.fixture.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The edition under test, built once for all specs; its path has spaces, parentheses and Chinese characters. */
export const editionFolder = join(root, '.cache', 'e2e', '答复 档案 (副本)', 'dist');
/** Its zip with what is beside it, as the website offers it. */
export const archivesFolder = join(dirname(editionFolder), 'archives');
/** The content folder it is built from. */
export const contentFolder = join(root, '.cache', 'e2e', 'content');

/** A second edition, of some hundreds of letters, for browsing and search. */
export const corpusEditionFolder = join(root, '.cache', 'e2e', '语料 (corpus)', 'dist');
/** The content folder it is built from. */
export const corpusContentFolder = join(root, '.cache', 'e2e', 'corpus');

/** A third edition, of hostile content only. */
export const hostileEditionFolder = join(root, '.cache', 'e2e', 'hostile', 'dist');
/** The content folder it is built from. */
export const hostileContentFolder = join(root, '.cache', 'e2e', 'hostile-content');

/** The desk, which is no edition and needs none. */
export const deskFolder = join(root, '.cache', 'e2e', '收文台 (desk)');

/** The editor of letters as an archive has it, without the archive. */
export const editorFolder = join(root, '.cache', 'e2e', '网页编辑 (editor)');

/** A report on conversions, which is none, either. */
export const reportFolder = join(root, '.cache', 'e2e', '转换报告 (report)');

export interface TransportOption {
  /** Whether pages come from a server or are opened as files. */
  transport: 'http' | 'file';
}

interface EditionWorker extends TransportOption {
  /** The address of an edition's folder, with a trailing slash. */
  addressOf: (folder: string) => Promise<string>;
  windows: Windows;
}

interface EditionFixtures {
  /** The folder of the edition to open. */
  folder: string;
  /** The edition's address, with a trailing slash. */
  address: string;
  /** A page with JavaScript disabled. */
  pageWithoutScripts: Page;
  /** A page in a window of its own, for what no page can be rid of again: init scripts and a stopped clock. */
  ownPage: Page;
  /** Opens a page of the edition by its path, such as `search.html?q=双创`. */
  open: (path: string) => Promise<void>;
  /** What went wrong in the page: errors, and requests to other places. */
  troubles: string[];
}

/**
 * The `test` of all specs, which runs each on http, and on file in `npm run test:deep`. In `npm test` those with `@files`
 * in their names run on file, too: what they look at gets its files there in another way, or differs there. A console
 * error, an uncaught exception, a dialog or a request to any other place fails every test.
 */
export const test = base.extend<EditionFixtures, EditionWorker>({
  transport: ['http', { option: true, scope: 'worker' }],
  addressOf: [
    async ({ transport }, use) => {
      const served = new Map<string, Awaited<ReturnType<typeof serve>>>();
      await use(async (folder) => {
        if (transport === 'file') return `${pathToFileURL(folder).href}/`;
        const known = served.get(folder) ?? (await serve(folder));
        served.set(folder, known);
        return known.address;
      });
      for (const { close } of served.values()) close();
    },
    { scope: 'worker' },
  ],
  windows: [
    async ({ browser }, use) => {
      const windows = createWindows(browser);
      await use(windows);
      await windows.close();
    },
    { scope: 'worker' },
  ],
  folder: [editionFolder, { option: true }],
  address: async ({ addressOf, folder }, use) => {
    await use(await addressOf(folder));
  },
  page: async ({ windows }, use) => {
    const page = await windows.page(true);
    await use(page);
    await windows.giveBack(page);
  },
  context: async ({ page }, use) => {
    await use(page.context());
  },
  pageWithoutScripts: async ({ windows }, use) => {
    const page = await windows.page(false);
    await use(page);
    await windows.giveBack(page);
  },
  ownPage: async ({ browser, address, folder, transport, troubles }, use) => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const stopWatching = watch(page, address, troubles, hasZip(folder, transport));
    await use(page);
    stopWatching();
    await context.close();
  },
  troubles: [
    async ({ page, address, folder, transport }, use) => {
      const troubles: string[] = [];
      const stopWatching = watch(page, address, troubles, hasZip(folder, transport));
      await use(troubles);
      stopWatching();
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
  open: async ({ page, address }, use) => {
    await use(async (path) => {
      await page.goto(address + path);
    });
  },
});

/** Serves an edition as `dafu serve` does, and what is none as any host. */
async function serve(folder: string): Promise<{ address: string; close: () => void }> {
  if ([deskFolder, editorFolder, reportFolder].includes(folder)) return servePlainly(folder);
  const archives = join(dirname(folder), 'archives');
  const { address, server } = await serveEdition(folder, { port: 0, host: '127.0.0.1', archives });
  return { address, close: () => server.close() };
}

export { expect };

/** What the archive page loads where there is a zip beside the edition. */
const zipScript = '/archives/newest.js';

/** Whether the archive page finds a zip: a server offers what is beside the edition, a folder is without. */
function hasZip(folder: string, transport: TransportOption['transport']): boolean {
  return transport === 'http' && existsSync(join(dirname(folder), zipScript));
}

/**
 * Records every error and dialog of the page and every request outside of the edition at `address`.
 *
 * @param offersZip Whether there is a zip beside the edition. Where there is none, the browser reports that its
 *   script is missing, and the page does not mind.
 * @returns A function that stops recording.
 */
export function watch(page: Page, address: string, troubles: string[], offersZip: boolean): () => void {
  const isOfZip = (url: string) => !offersZip && url.endsWith(zipScript);
  const onConsole = (message: ConsoleMessage) => {
    if (isOfZip(message.location().url) || (!offersZip && message.text().includes(zipScript))) return;
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`console: ${message.text()}`);
  };
  const onError = (error: Error) => troubles.push(`exception: ${error.message}`);
  const onFailure = (request: Request) => {
    // A request aborted by the next navigation is not an error of the page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED' && !isOfZip(request.url()))
      troubles.push(`failed: ${request.url()}`);
  };
  const own = [address, 'data:', `blob:${new URL(address).origin}`, 'blob:null'];
  const onRequest = (request: Request) => {
    if (!own.some((prefix) => request.url().startsWith(prefix))) troubles.push(`request: ${request.url()}`);
  };
  const onDialog = (dialog: Dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  };
  page.on('console', onConsole).on('pageerror', onError).on('dialog', onDialog);
  page.on('requestfailed', onFailure).on('request', onRequest);
  return () => {
    page.off('console', onConsole).off('pageerror', onError).off('dialog', onDialog);
    page.off('requestfailed', onFailure).off('request', onRequest);
  };
}
