import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { serveEdition } from '../src/cli/server.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** The edition under test, built once for all specs; its path has what paths have on people's disks. */
export const editionFolder = join(root, '.cache', 'e2e', '答复 档案 (副本)', 'dist');
/** The content folder it is built from. */
export const contentFolder = join(root, '.cache', 'e2e', 'content');

/** A second edition, of some hundreds of letters: what search is held to. */
export const corpusEditionFolder = join(root, '.cache', 'e2e', '语料 (corpus)', 'dist');
/** The content folder it is built from. */
export const corpusContentFolder = join(root, '.cache', 'e2e', 'corpus');

export interface EditionOptions {
  /** Whether pages are asked of a server or opened by double-click. */
  transport: 'http' | 'file';
  /** The folder of the edition that is opened. */
  folder: string;
}

interface EditionFixtures {
  /** Opens a page of the edition by its path, such as `search.html?q=双创`. */
  open: (path: string) => Promise<void>;
  /** What went wrong in the page: errors, and requests that leave the edition. */
  troubles: string[];
}

interface EditionWorker extends EditionOptions {
  /** The edition's address, with a closing slash. */
  address: string;
}

/**
 * The specs' `test`: runs each on http and on file. A console error, an uncaught exception or a request
 * to any other place fails the test, whatever else it looks at.
 */
export const test = base.extend<EditionFixtures, EditionWorker>({
  transport: ['http', { option: true, scope: 'worker' }],
  folder: [editionFolder, { option: true, scope: 'worker' }],
  address: [
    async ({ transport, folder }, use) => {
      if (transport === 'file') {
        await use(`${pathToFileURL(folder).href}/`);
        return;
      }
      const { address, server } = await serveEdition(folder, { port: 0, host: '127.0.0.1' });
      await use(address);
      server.close();
    },
    { scope: 'worker' },
  ],
  troubles: [
    async ({ page, address }, use) => {
      const troubles: string[] = [];
      watch(page, address, troubles);
      await use(troubles);
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

export { expect };

/** Notes every error of the page and every request that is not for the edition at `address`. */
export function watch(page: Page, address: string, troubles: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`exception: ${error.message}`));
  page.on('requestfailed', (request) => {
    // A request that a next navigation cuts short is none of the page's faults.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') troubles.push(`failed: ${request.url()}`);
  });
  page.on('request', (request) => {
    const own = [address, 'data:', `blob:${new URL(address).origin}`, 'blob:null'];
    if (!own.some((prefix) => request.url().startsWith(prefix))) troubles.push(`request: ${request.url()}`);
  });
}
